namespace Monitoring.Tests.Kernel;

/// <summary>A row, a draft and statements as a room would have them, so that the doors are tested without a room.</summary>
internal sealed record NextStepRow : Row, IMarked
{
    public Guid InitiativeId { get; init; }
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public StepStatus Status { get; init; }
    public DateOnly? DueOn { get; init; }
    public Mark Mark { get; init; }
    public string? SourceLines { get; init; }
}

internal enum StepStatus
{
    Planned,
    UnderWay,
    Done,
    Dropped,
}

internal sealed record NextStepDraft : Draft
{
    public Guid InitiativeId { get; init; }
    public string Code { get; init; } = "";
    public string Text { get; init; } = "";
    public StepStatus Status { get; init; }
    public DateOnly? DueOn { get; init; }

    public static NextStepDraft Of(NextStepRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        InitiativeId = row.InitiativeId,
        Code = row.Code,
        Text = row.Text,
        Status = row.Status,
        DueOn = row.DueOn,
    };
}

/// <summary>Use cases as short as they can be.</summary>
internal static class NextSteps
{
    public static readonly CountrySql List = CountrySql.Of("""
        select n.Id, n.InitiativeId, n.Code, n.Text, n.Status, n.DueOn, n.Mark, n.SourceLines, n.Version, n.ChangedAt, n.ChangedBy
          from NextStep n
         where n.Country = @Country
        """);

    public static readonly CountrySql One = CountrySql.Of("""
        select n.Id, n.InitiativeId, n.Code, n.Text, n.Status, n.DueOn, n.Mark, n.SourceLines, n.Version, n.ChangedAt, n.ChangedBy
          from NextStep n
         where n.Country = @Country and n.Id = @Id
        """);

    public static readonly CountrySql Update = CountrySql.Of("""
        update NextStep
           set Code = @Code, Text = @Text, Status = @Status, DueOn = @DueOn, Version = Version + 1, ChangedAt = @Now, ChangedBy = @Person
         where Country = @Country and Id = @Id and Version = @Version
        """);

    public static readonly CountrySql Insert = CountrySql.Of("""
        insert into NextStep (Country, Id, InitiativeId, Code, Text, Status, DueOn, Position, Mark, Version, ChangedAt, ChangedBy)
        values (@Country, @Id, @InitiativeId, @Code, @Text, @Status, @DueOn, 1, 'Reported', 1, @Now, @Person)
        """);

    public static async Task<NextStepRow?> ReadAsync(Gate gate, CountryCode country, Guid id)
    {
        await using var db = await gate.ReadAsync(country);
        return await db.OneAsync<NextStepRow>(One, new { Id = id });
    }

    public static async Task<Saved<NextStepRow>> SaveAsync(Gate gate, CountryCode country, NextStepDraft draft)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.InitiativeId);
        return await db.SaveAsync<NextStepRow>(One, Update, draft, "NextStep", n => n.Code);
    }

    public static async Task<Saved<NextStepRow>> AddAsync(Gate gate, CountryCode country, NextStepDraft draft)
    {
        await using var db = await gate.EditAsync(country, May.EditInitiative, draft.InitiativeId);
        return await db.AddAsync<NextStepRow>(One, Insert, draft, "NextStep", n => n.Code);
    }
}
