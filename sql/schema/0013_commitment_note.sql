-- Why a commitment was withdrawn or not fulfilled.
alter table Commitment add StatusNote nvarchar(1000) null;
