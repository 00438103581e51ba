using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Monitoring.Web.Audit;
using Monitoring.Web.Budgets;
using Monitoring.Web.Checklists;
using Monitoring.Web.Comments;
using Monitoring.Web.Commitments;
using Monitoring.Web.Countries;
using Monitoring.Web.Drafts;
using Monitoring.Web.Evidence;
using Monitoring.Web.Indicators;
using Monitoring.Web.Initiatives;
using Monitoring.Web.Institutions;
using Monitoring.Web.Links;
using Monitoring.Web.NextSteps;
using Monitoring.Web.People;
using Monitoring.Web.Reports;
using Monitoring.Web.Search;
using Monitoring.Web.Translations;

namespace Monitoring.Tests.Stage;

/// <summary>Pages of the country's rooms over a real database, as one person has them, in English.</summary>
public sealed class PageStage : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public PageStage(Gate gate, TimeProvider clock)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddSingleton(gate);
        Services.AddSingleton(clock);
        Services.AddScoped<Caller>();
        Services.AddSingleton(new Monitoring.Web.Installation.Installation(false, Path.GetTempPath()));
        Services.AddPeopleRoom(new HostingEnvironment { EnvironmentName = Environments.Development });
        Services.AddCountriesRoom().AddInstitutionsRoom().AddInitiativesRoom().AddNextStepsRoom().AddCommitmentsRoom().AddIndicatorsRoom()
            .AddChecklistsRoom().AddBudgetsRoom().AddAuditRoom().AddReportsRoom().AddDraftsRoom().AddCommentsRoom().AddEvidenceRoom().AddSearchRoom().AddTranslationsRoom()
            .AddLinksRoom();
        SetRendererInfo(new RendererInfo("Server", true));
    }

    /// <summary>As <paramref name="person"/> of <paramref name="world"/>.</summary>
    public static PageStage Of(World world, TestPerson person) => new(world.As(person), world.Clock);

    protected override void Dispose(bool disposing)
    {
        if (disposing) CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = _before;
        base.Dispose(disposing);
    }
}
