using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Monitoring.Tests.Stage;

/// <summary>The engines that this program runs on.</summary>
public enum Engine
{
    Sqlite,
    SqlServer,
}

/// <summary>
/// One test body on every configured database: <c>[Theory, EveryDatabase] async Task A_promise(Engine engine)</c>. SQL Server runs when
/// <c>MONITORING_TEST_SQLSERVER</c> holds a connection string; otherwise its row is reported as skipped, never silently left out.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            new TheoryDataRow<Engine>(Engine.Sqlite),
            new TheoryDataRow<Engine>(Engine.SqlServer)
            {
                Skip = SqlServerDatabases.ConnectionString is null ? $"{SqlServerDatabases.Variable} holds no connection string." : null,
            },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
