namespace Monitoring.Web.Commitments;

/// <summary>How far a commitment is. The 2021 report says of none how far it is: not reported.</summary>
public enum CommitmentStatus { NotReported, NotStarted, UnderWay, Fulfilled, NotFulfilled, Withdrawn }
