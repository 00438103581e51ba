global using Monitoring.Data;
global using Monitoring.Tests.Stage;
global using Shouldly;
global using Xunit;

[assembly: AssemblyFixture(typeof(Sweep))]
