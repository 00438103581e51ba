global using Monitoring.Data;
global using Shouldly;
global using Xunit;
