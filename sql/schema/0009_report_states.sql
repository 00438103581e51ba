-- What a country decides about its report, and the time that the secretariat gives a country beyond a cycle's dates.

create table ReportSetting (
    Country        char(3)        not null primary key,
    Id             uniqueidentifier not null,
    AllowsOwnApproval bit         not null default 0,      -- may an approver approve what they sent themself?
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    constraint SettingOfCountry foreign key (Country) references CountryHead (Country)
);

-- Until this day the country may send its report of the cycle: later than the due date, or after the cycle was closed.
create table ReportExtension (
    Country        char(3)        not null,
    Id             uniqueidentifier not null,
    CycleCode      nvarchar(10)   not null,
    UntilOn        date           not null,
    Reason         nvarchar(1000) not null,
    Version        int            not null default 1,
    ChangedAt      datetime2(3)   not null,
    ChangedBy      nvarchar(200)  not null,
    primary key (Country, Id),
    constraint ExtensionOfReport foreign key (Country, CycleCode) references CountryReport (Country, CycleCode)
);
create index ExtensionByCycle on ReportExtension (Country, CycleCode, UntilOn);
