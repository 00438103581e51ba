using System.Security.Cryptography;
using Monitoring.Data;
using Monitoring.Web.Initiatives;

namespace Monitoring.Web.Links;

/// <summary>A fact that can be linked: a table of the fact sheet.</summary>
public enum FactKind { Result, InitiativeItem, NextStep }

/// <summary>What a fact can be linked to, in the order in which it is offered.</summary>
public enum LinkEnd { Indicator, Commitment, NextStep }

/// <summary>A fact and what it is linked to, each as a reader calls it.</summary>
public sealed record LinkRow : Row
{
    public Guid InitiativeId { get; init; }
    public string InitiativeCode { get; init; } = "";

    /// <summary>In which the fact is written.</summary>
    public string Language { get; init; } = "";
    public FactKind Subject { get; init; }
    public Guid SubjectId { get; init; }

    /// <summary>Null for an item of a list section, which has no code.</summary>
    public string? SubjectCode { get; init; }
    public string SubjectText { get; init; } = "";
    public LinkEnd EndKind { get; init; }
    public Guid EndId { get; init; }

    /// <summary>The code of the indicator, commitment or step.</summary>
    public string LinkedTo { get; init; } = "";
    public string EndText { get; init; } = "";

    /// <summary>The initiative of a linked step.</summary>
    public string? EndInitiative { get; init; }
    public DateTime? RetiredAt { get; init; }

    /// <summary>The fact in few words.</summary>
    public string SubjectName => SubjectCode ?? (SubjectText.Length <= 60 ? SubjectText : SubjectText[..(char.IsHighSurrogate(SubjectText[59]) ? 59 : 60)] + "…");

    /// <summary>As history names it.</summary>
    public string Label => $"{InitiativeCode}{ItemRow.LabelParting}{SubjectName} → {LinkedTo}";

    public string SubjectHref(CountryCode country) => $"/{country.Slug}/initiatives/{InitiativeCode}#" + Subject switch
    {
        FactKind.Result => "result-" + SubjectCode,
        FactKind.NextStep => "step-" + SubjectCode,
        _ => "item-" + SubjectId.ToString("D").ToLowerInvariant(),
    };

    public string EndHref(CountryCode country) => $"/{country.Slug}/" + EndKind switch
    {
        LinkEnd.Indicator => "indicators/" + LinkedTo,
        LinkEnd.Commitment => "commitments#commitment-" + LinkedTo,
        _ => $"initiatives/{EndInitiative}#step-{LinkedTo}",
    };

    /// <summary>One pair has one link, whoever ties it: a UUID of version 8 from the two.</summary>
    public static Guid IdOf(Guid fact, Guid end)
    {
        var hash = SHA256.HashData([.. "link\n"u8, .. fact.ToByteArray(bigEndian: true), .. end.ToByteArray(bigEndian: true)]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    /// <summary>All of them, whatever became of their ends.</summary>
    public static readonly CountrySql All = CountrySql.Of("""
        select k.Id, k.InitiativeId, i.Code as InitiativeCode, i.ContentLanguage as Language,
               case when k.ResultId is not null then 'Result' when k.ItemId is not null then 'InitiativeItem' else 'NextStep' end as Subject,
               coalesce(k.ResultId, k.ItemId, k.StepId) as SubjectId, coalesce(r.Code, s.Code) as SubjectCode,
               coalesce(r.Text, t.Text, s.Text) as SubjectText,
               case when k.ToIndicatorId is not null then 'Indicator' when k.ToCommitmentId is not null then 'Commitment' else 'NextStep' end as EndKind,
               coalesce(k.ToIndicatorId, k.ToCommitmentId, k.ToStepId) as EndId, coalesce(d.Code, c.Code, n.Code) as LinkedTo,
               coalesce(f.Name, c.Statement, n.Text) as EndText, o.Code as EndInitiative, k.RetiredAt, k.Version, k.ChangedAt, k.ChangedBy
          from FactLink k
          join Initiative i on i.Country = k.Country and i.Id = k.InitiativeId
          left join Result r on r.Country = k.Country and r.Id = k.ResultId
          left join InitiativeItem t on t.Country = k.Country and t.Id = k.ItemId
          left join NextStep s on s.Country = k.Country and s.Id = k.StepId
          left join Indicator d on d.Country = k.Country and d.Id = k.ToIndicatorId
          left join IndicatorDefinition f on f.Country = k.Country and f.IndicatorId = k.ToIndicatorId and f.DefinitionNo = d.CurrentDefinition
          left join Commitment c on c.Country = k.Country and c.Id = k.ToCommitmentId
          left join NextStep n on n.Country = k.Country and n.Id = k.ToStepId
          left join Initiative o on o.Country = k.Country and o.Id = n.InitiativeId
         where k.Country = @Country
        """);

    public static readonly Filter ById = Filter.Of("k.Id = @Id");
}
