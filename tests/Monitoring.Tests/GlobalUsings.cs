global using Monitoring.Data;
global using Monitoring.Tests.Stage;
global using Shouldly;
global using Xunit;
// Stage is the namespace of the test stage here.
global using InitiativeStage = Monitoring.Web.Initiatives.Stage;

[assembly: AssemblyFixture(typeof(Sweep))]
