using Monitoring.Data;
using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Translations;

/// <summary>A text as it was written, and where it stands.</summary>
public sealed record OriginalText
{
    /// <summary>Null: a text of the country as a whole.</summary>
    public Guid? InitiativeId { get; init; }
    public string? InitiativeCode { get; init; }
    public string Subject { get; init; } = "";
    public Guid SubjectId { get; init; }
    public string Field { get; init; } = "";

    /// <summary>The part of the fact sheet: <c>5 Objective</c>; in the order of the sheet.</summary>
    public string Place { get; init; } = "";
    public int Position { get; init; }

    /// <summary>Of a list section, its place among them; what is said about the budget stands at the end of the sheet.</summary>
    public int PlaceNo => !Enum.TryParse<Section>(Place[2..], out var section) ? Place[0] < '5' ? -1 : 100 : section is Section.BudgetFact ? 200 : (int)section;
    public string Label { get; init; } = "";
    public string Language { get; init; } = "";
    public string Text { get; init; } = "";

    /// <summary>By <c>@InitiativeId</c>.</summary>
    public static readonly CountrySql OfInitiative = CountrySql.Of("""
        select x.InitiativeId, x.InitiativeCode, x.Subject, x.SubjectId, x.Field, x.Place, x.Position, x.Label, x.Language, x.Text
          from living_text x
         where x.Country = @Country and x.InitiativeId = @InitiativeId
         order by x.Place, x.Position, x.Label, x.SubjectId
        """);

    /// <summary>Of the country as a whole.</summary>
    public static readonly CountrySql OfCountry = CountrySql.Of("""
        select x.InitiativeId, x.InitiativeCode, x.Subject, x.SubjectId, x.Field, x.Place, x.Position, x.Label, x.Language, x.Text
          from living_text x
         where x.Country = @Country and x.InitiativeId is null
         order by x.Place, x.Position, x.Label, x.SubjectId
        """);

    /// <summary>By <c>@InitiativeId</c>, <c>@Subject</c>, <c>@SubjectId</c> and <c>@Field</c>.</summary>
    public static readonly CountrySql One = CountrySql.Of("""
        select x.InitiativeId, x.InitiativeCode, x.Subject, x.SubjectId, x.Field, x.Place, x.Position, x.Label, x.Language, x.Text
          from living_text x
         where x.Country = @Country and x.InitiativeId = @InitiativeId and x.Subject = @Subject and x.SubjectId = @SubjectId and x.Field = @Field
        """);

    /// <summary>One of the country as a whole, by <c>@Subject</c>, <c>@SubjectId</c> and <c>@Field</c>.</summary>
    public static readonly CountrySql OneOfCountry = CountrySql.Of("""
        select x.InitiativeId, x.InitiativeCode, x.Subject, x.SubjectId, x.Field, x.Place, x.Position, x.Label, x.Language, x.Text
          from living_text x
         where x.Country = @Country and x.InitiativeId is null and x.Subject = @Subject and x.SubjectId = @SubjectId and x.Field = @Field
        """);
}
