global using Microsoft.Playwright;
global using Monitoring.Browser.Tests.Stage;
global using Shouldly;
global using Xunit;
global using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(Chromium))]
