namespace Monitoring.Web.Drafts;

/// <summary>What people have typed and not saved: kept while they type, offered back where they typed it. Its table is the kernel's.</summary>
public static class DraftsRoom
{
    public static IServiceCollection AddDraftsRoom(this IServiceCollection services) => services
        .AddScoped<ListDrafts>()
        .AddScoped<KeepDraft>()
        .AddScoped<TakeUpDraft>()
        .AddScoped<ThrowAwayDraft>()
        .AddScoped<DraftEdits>();
}
