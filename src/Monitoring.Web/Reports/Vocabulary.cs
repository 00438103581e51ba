namespace Monitoring.Web.Reports;

public enum CycleState { Planned, Open, Closed }
