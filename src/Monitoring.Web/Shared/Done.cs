namespace Monitoring.Web.Shared;

/// <summary>What was just done, in words, and what takes it back where that makes sense (false: somebody changed it since).</summary>
public sealed record Done(string Text, Func<Task<bool>>? Undo = null);
