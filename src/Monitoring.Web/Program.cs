using Microsoft.AspNetCore.Connections;
using Monitoring.Web;
using Monitoring.Web.Access;
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
using Monitoring.Web.Installation;
using Monitoring.Web.Institutions;
using Monitoring.Web.Links;
using Monitoring.Web.NextSteps;
using Monitoring.Web.People;
using Monitoring.Web.Progress;
using Monitoring.Web.Region;
using Monitoring.Web.Reports;
using Monitoring.Web.Search;
using Monitoring.Web.Seeding;
using Monitoring.Web.Translations;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.ListenOnOurPortUnlessTold();

#pragma warning disable RS0030 // The one place where the real clock enters.
    builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030

    builder.AddInstallation();
    builder.Services.AddShell();
    builder.Services.AddAccess();

    builder.Services.AddAuditRoom();
    builder.Services.AddBudgetsRoom();
    builder.Services.AddChecklistsRoom();
    builder.Services.AddCommentsRoom();
    builder.Services.AddTranslationsRoom();
    builder.Services.AddCommitmentsRoom();
    builder.Services.AddCountriesRoom();
    builder.Services.AddDraftsRoom();
    builder.Services.AddEvidenceRoom();
    builder.Services.AddIndicatorsRoom();
    builder.Services.AddInitiativesRoom();
    builder.Services.AddInstitutionsRoom();
    builder.Services.AddLinksRoom();
    builder.Services.AddNextStepsRoom();
    builder.Services.AddPeopleRoom(builder.Environment);
    builder.Services.AddProgressRoom();
    builder.Services.AddRegionRoom();
    builder.Services.AddReportsRoom();
    builder.Services.AddSearchRoom();
    builder.Services.AddSeedingRoom();

    var app = builder.Build();
    switch (args)
    {
        case ["migrate"]:
            var applied = await app.MigrateAsync();
            Console.WriteLine(applied.Count == 0 ? "The schema is that of this program." : $"Applied: {string.Join(", ", applied)}.");
            return 0;
        case ["doctor"]:
            return await app.ExamineAsync(Console.Out);
    }
    app.UseShell();
    app.MapShell();
    app.MapEvidenceRoom();
    app.MapInitiativesRoom();
    app.MapPeopleRoom();
    app.MapProgressRoom();
    app.MapRegionRoom();

    await app.PrepareAsync();
    await app.WelcomeAsync();
    await app.RunAsync();
    return 0;
}
catch (InstallationException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{e.Message} Another program listens there: end it, or set ASPNETCORE_URLS to another address.");
    return 1;
}
