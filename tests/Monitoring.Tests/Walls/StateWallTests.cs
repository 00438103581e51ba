using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Monitoring.Tests.Walls;

/// <summary>No state that two people could share: no static that changes, no singleton that knows a person or a country.</summary>
public sealed class StateWallTests
{
    // Statics whose type can change but whose content does not, with the reason.
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["Monitoring.Data.TypeHandlers.Registered"] = "Dapper's handlers are one table for the process, set once",
    };

    // Singletons of ours, each looked at: none holds a person, a country or a figure.
    private static readonly string[] Singletons = ["Monitoring.Data.ChangeFeed", "Monitoring.Data.Database", "Monitoring.Web.Installation.Installation", "Monitoring.Web.Installation.SchemaAccount", "Monitoring.Web.People.EmailKeys", "Monitoring.Web.Reports.RecomputeNightly", "Monitoring.Web.Evidence.SweepNightly"];

    [Fact]
    public void No_static_can_change() => new[] { typeof(Gate).Assembly, typeof(Program).Assembly }.SelectMany(a => a.GetTypes()).SelectMany(Violations).ShouldStand();

    [Fact]
    public void Every_singleton_of_ours_was_looked_at()
    {
        using var site = new Site();
        site.Services.ShouldNotBeNull();
        SingletonViolations(site.Registered, Singletons).ShouldStand();
        Singletons.Except(site.Registered.Where(d => d.Lifetime is ServiceLifetime.Singleton && IsOurs(d)).Select(d => Of(d).FullName)).ShouldBeEmpty("a name that is no longer needed");
    }

    [Fact]
    public void Planted_statics_that_change_are_caught() => Violations(typeof(Planted)).Select(v => v.Split(' ')[0].Split('.')[^1])
        .ShouldBe(["Counter", "Names", "ByPerson", "Current", "Late", "Ambient"], ignoreOrder: true);

    [Fact]
    public void A_planted_singleton_is_caught()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Gate>();
        services.AddSingleton(new Caller());
        services.AddSingleton(_ => new Caller());
        services.AddScoped<Gate>();
        SingletonViolations(services, []).Count().ShouldBe(3);
    }

    private static IEnumerable<string> Violations(Type type)
    {
        if (type.IsDefined(typeof(CompilerGeneratedAttribute), false) || type.Name.Contains('<')) yield break;
        foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        {
            var name = $"{type.FullName}.{field.Name.Split('>')[0].TrimStart('<')}";
            if (field.IsLiteral || Exceptions.ContainsKey(name)) continue;
            // What the compiler keeps for itself: delegates without a closure.
            if (field.Name.StartsWith("<>", StringComparison.Ordinal)) continue;
            if (!field.IsInitOnly) yield return $"{name} can be set";
            else if (IsMutable(field.FieldType)) yield return $"{name} is a {field.FieldType.Name}, whose content can change";
        }
    }

    // Arrays and lists behind a read-only interface are constants of their class; a dictionary or list as itself invites writing.
    private static bool IsMutable(Type type)
    {
        if (type.IsArray || type == typeof(string)) return false;
        if (type.IsGenericType && type.GetGenericTypeDefinition() is { } g && (g == typeof(Lazy<>) || g == typeof(AsyncLocal<>) || g == typeof(ThreadLocal<>) || g == typeof(ConditionalWeakTable<,>)
            || g == typeof(WeakReference<>))) return true;
        if (type.Namespace?.StartsWith("System.Collections.Frozen", StringComparison.Ordinal) == true || type.Namespace == "System.Collections.Immutable") return false;
        if (type.Name.Contains("ReadOnly", StringComparison.Ordinal) || type.Name.StartsWith("IEnumerable", StringComparison.Ordinal)) return false;
        return typeof(IList).IsAssignableFrom(type) || typeof(IDictionary).IsAssignableFrom(type)
            || type.GetInterfaces().Append(type).Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICollection<>))
            || type.Name is "StringBuilder" or "MemoryCache" or "IMemoryCache" or "SemaphoreSlim" or "CancellationTokenSource";
    }

    private static IEnumerable<string> SingletonViolations(IEnumerable<ServiceDescriptor> services, string[] known) => services
        .Where(d => d.Lifetime is ServiceLifetime.Singleton && IsOurs(d) && !known.Contains(Of(d).FullName))
        .Select(d => $"{Of(d).FullName} is a singleton that nobody has looked at");

    private static bool IsOurs(ServiceDescriptor d) => Of(d).Assembly.GetName().Name!.StartsWith("Monitoring.", StringComparison.Ordinal);

    private static Type Of(ServiceDescriptor d) => d.IsKeyedService
        ? d.KeyedImplementationType ?? d.KeyedImplementationInstance?.GetType() ?? d.ServiceType
        : d.ImplementationType ?? d.ImplementationInstance?.GetType() ?? d.ServiceType;

#pragma warning disable CA2211, IDE0044, IDE0051, CS0169, CS0649 // Planted on purpose.
    private static class Planted
    {
        public static int Counter;
        public static readonly List<string> Names = [];
        private static readonly Dictionary<Guid, string> ByPerson = [];
        public static string? Current { get; set; }
        public static readonly Lazy<string> Late = new(() => "");
        public static readonly AsyncLocal<string> Ambient = new();
        public const int Fine = 1;
        public static readonly string[] AlsoFine = [];
        public static readonly IReadOnlyList<string> FineToo = [];
        public static string And { get; } = ByPerson.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
#pragma warning restore
}
