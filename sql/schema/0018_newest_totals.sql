-- The region reads the newest period of every indicator: few rows among many periods.
create index FrozenTotalByNewest on FrozenTotal (Country, SnapshotNo, IsNewest, TotalNo);
