using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Monitoring.Web.People;

namespace Monitoring.Tests.People;

/// <summary>The whole program with a clock that stands, visitors from addresses of their own, and people who can sign in.</summary>
public sealed class PeopleSite : IAsyncDisposable
{
    public const string Password = "a phrase that nobody guesses";

    private static readonly PlatformSql SetPassword = PlatformSql.Of("""
        update Person set PasswordHash = @PasswordHash, FailedSignIns = 0, LockedUntil = null where EmailKey = @EmailKey
        """);

    private static readonly PlatformSql Count = PlatformSql.Of("select count(*) from Person");

    private readonly Site _site = new();
    private readonly WebApplicationFactory<Program> _running;

    public PeopleSite(string environment = "Development") => _running = _site.WithWebHostBuilder(web =>
    {
        web.UseEnvironment(environment);
        web.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSingleton<IStartupFilter, ComesFromItsAddress>();
        });
    });

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2031, 3, 5, 14, 0, 0, TimeSpan.Zero));

    private IServiceProvider Services => _running.Services;

    public Visitor Visit(string address = "192.0.2.1")
    {
        var client = _running.CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            HandleCookies = true,
            BaseAddress = new Uri("https://localhost"),
        });
        client.DefaultRequestHeaders.Add(ComesFromItsAddress.Header, address);
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        return new Visitor(client);
    }

    /// <summary>A use case in a scope of its own, as nobody.</summary>
    public async Task<T> RunAsync<TUseCase, T>(Func<TUseCase, Task<T>> run) where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>The gate as that sign-in has it.</summary>
    public Gate As(Guid person, Guid session)
    {
        var caller = new Caller();
        caller.Is(person, session);
        return new Gate(Services.GetRequiredService<Database>(), caller, Clock);
    }

    public Gate Nobody => new(Services.GetRequiredService<Database>(), new Caller(), Clock);

    public Task<int> PeopleAsync() => OneAsync<int>(Count, new { });

    public async Task<T?> OneAsync<T>(PlatformSql sql, object args)
    {
        await using var db = await Nobody.ForJob(JobName.Load).EditPeopleAsync();
        return await db.OneAsync<T>(sql, args);
    }

    public async Task WriteAsync(PlatformSql sql, object args)
    {
        await using var db = await Nobody.ForJob(JobName.Load).EditPeopleAsync();
        await db.WriteAsync(sql, args);
        await db.CommitAsync();
    }

    /// <summary>A person with <see cref="Password"/> and one role; the first call of a site makes the installation's Administrator.</summary>
    public async Task<Guid> PersonAsync(string email, Role role, CountryCode? country = null)
    {
        var person = NewPerson.Of(email, email.Split('@')[0], PasswordHashing.Hash(Password));
        await using var db = await Nobody.ForJob(JobName.Load).EditPeopleAsync();
        await db.WriteAsync(PersonStore.Add, person);
        await db.GiveAsync(new Doer(null, "test"), person, role, country, CancellationToken.None);
        await db.CommitAsync();
        return person.Id;
    }

    public Task ForgiveAsync(string email) =>
        WriteAsync(SetPassword, new { EmailKey = EmailRules.Key(email), PasswordHash = PasswordHashing.Hash(Password) });

    public async ValueTask DisposeAsync()
    {
        await _running.DisposeAsync();
        await _site.DisposeAsync();
    }

    // The test server has no network: the visitor says where it comes from.
    private sealed class ComesFromItsAddress : IStartupFilter
    {
        public const string Header = "X-Comes-From";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, inner) =>
            {
                if (context.Request.Headers[Header].ToString() is { Length: > 0 } address) context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return inner(context);
            });
            next(app);
        };
    }
}
