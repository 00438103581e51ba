-- What is asked once a row is found by that row, not by a walk through the country.
create index FrozenMeasurementByValue on FrozenMeasurement (Country, MeasurementId, SnapshotNo);

create index FrozenBudgetByLine on FrozenBudgetLine (Country, BudgetLineId, SnapshotNo);

create index PartByInstitution on InitiativeInstitution (Country, InstitutionId, InitiativeId);

create index IndicatorByInitiative on Indicator (Country, InitiativeId, Position);

create index CommitmentByInitiative on CommitmentInitiative (Country, InitiativeId, CommitmentId);
