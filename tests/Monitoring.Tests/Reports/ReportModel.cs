using Monitoring.Web.Reports;
using Monitoring.Web.Shared;

namespace Monitoring.Tests.Reports;

/// <summary>A report's way with its senders and deputies, written a second time from the words of the product, for Honduras.</summary>
internal sealed class ReportModel(DateOnly today)
{
    private readonly List<Deputyship> _deputies = [];
    private Hand? _sent;

    public sealed record Deputyship(TestPerson For, TestPerson Deputy, DateOnly From, DateOnly Until);

    /// <summary>Who acts, and for whom where it is a deputy.</summary>
    public sealed record Hand(TestPerson Who, TestPerson? For)
    {
        // The people of the world are made once: one of them is the same as another only if it is that person.
        public bool Shares(Hand other) => new[] { Who, For }.Any(p => p is not null && (p == other.Who || p == other.For));
    }

    public ContentState State { get; private set; }

    public DateOnly Today { get; set; } = today;

    public IReadOnlyList<Deputyship> Deputies => _deputies;

    /// <summary>As whom somebody has that role today; null: they have it not.</summary>
    public Hand? As(TestPerson who, Role role)
    {
        if (who.Country != World.Honduras) return null;
        if (who.Role == role) return new Hand(who, null);
        var lent = _deputies.Find(d => d.Deputy == who && d.For.Role == role && d.From <= Today && d.Until >= Today);
        return lent is null ? null : new Hand(who, lent.For);
    }

    /// <summary>Null: refused.</summary>
    public ContentState? Expected(TestPerson who, ReportActor by, ReportAction action)
    {
        var (sender, approver, leads) = (As(who, Role.FocalPoint), As(who, Role.NationalApprover), who.Role is Role.SecretariatLead);
        return (State, action) switch
        {
            (ContentState.Draft, ReportAction.Send) when sender is not null => ContentState.Submitted,
            (ContentState.Submitted, ReportAction.Recall) when sender is not null && sender.Shares(_sent!) => ContentState.Draft,
            (ContentState.Submitted, ReportAction.Approve) when approver is not null && !approver.Shares(_sent!) => ContentState.Approved,
            (ContentState.Submitted, ReportAction.Return) when by is ReportActor.Approver && approver is not null => ContentState.Draft,
            (ContentState.Approved, ReportAction.Return) when by is ReportActor.Lead && leads => ContentState.Draft,
            (ContentState.Approved, ReportAction.Accept) when leads => ContentState.Accepted,
            (ContentState.Accepted, ReportAction.Publish) when leads => ContentState.Published,
            _ => null,
        };
    }

    /// <summary>The step was taken; returns whom the person stood in for.</summary>
    public TestPerson? Take(TestPerson who, ReportActor by, ReportAction action, ContentState next)
    {
        var hand = by is ReportActor.Lead ? null : As(who, by is ReportActor.Sender ? Role.FocalPoint : Role.NationalApprover);
        if (action is ReportAction.Send) _sent = hand;
        State = next;
        return hand?.For;
    }

    /// <summary>True where it can be named, and then it is.</summary>
    public bool Name(Deputyship one)
    {
        var may = one.For.Role is Role.FocalPoint or Role.NationalApprover && one.Deputy.Country == World.Honduras && one.Deputy != one.For
            && !_deputies.Exists(d => d.For == one.For && d.Deputy == one.Deputy && d.From <= one.Until && one.From <= d.Until);
        if (may) _deputies.Add(one);
        return may;
    }

    /// <summary>True where that person ends it, and then it has ended.</summary>
    public bool End(Deputyship one, TestPerson who) =>
        (who == one.For || who == one.Deputy || (who.Role is Role.CountryAdministrator && who.Country == World.Honduras)) && _deputies.Remove(one);
}
