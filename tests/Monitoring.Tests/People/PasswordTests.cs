using System.Buffers.Binary;
using Monitoring.Web.People;

namespace Monitoring.Tests.People;

public sealed class PasswordTests
{
    [Fact]
    public void Passwords_are_kept_with_PBKDF2_HMAC_SHA512_at_the_floor_or_above()
    {
        var kept = Convert.FromBase64String(PasswordHashing.Hash("correct horse battery"));
        kept[0].ShouldBe((byte)1, "Identity's third format: one byte, then function, rounds and length of the salt");
        BinaryPrimitives.ReadUInt32BigEndian(kept.AsSpan(1)).ShouldBe(2u, "HMAC-SHA-512");
        BinaryPrimitives.ReadUInt32BigEndian(kept.AsSpan(5)).ShouldBeGreaterThanOrEqualTo(210_000u);
        BinaryPrimitives.ReadUInt32BigEndian(kept.AsSpan(9)).ShouldBeGreaterThanOrEqualTo(16u, "bytes of salt");
        PasswordHashing.Hash("correct horse battery").ShouldNotBe(Convert.ToBase64String(kept), "a salt of its own");
    }

    [Theory]
    [InlineData(null, "Password.Missing")]
    [InlineData("", "Password.Missing")]
    [InlineData("elevenchars", "Password.Short")]
    [InlineData("aaaaaaaaaaaaaaaa", "Password.Simple")]
    [InlineData("abababababababab", "Password.Simple")]
    [InlineData("maria.lopez2021", "Password.LikeEmail")]
    [InlineData("my maria.lopez@ministry.example", "Password.LikeEmail")]
    [InlineData("twelve chars", null)]
    [InlineData(DemoSignIn.Password, null)]
    public void A_new_password_is_long_and_not_the_address(string? password, string? problem) =>
        PasswordRules.Problem(password, "maria.lopez@ministry.example").ShouldBe(problem);

    [Fact]
    public void A_password_that_only_makes_the_server_work_is_refused()
    {
        var longest = string.Concat(Enumerable.Range(0, PasswordRules.Longest).Select(i => (char)('a' + i % 26)));
        PasswordRules.Problem(longest, "a@b.example").ShouldBeNull();
        PasswordRules.Problem(longest + "x", "a@b.example").ShouldBe("Password.Long");
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    [InlineData(6, null)]
    [InlineData(10, 10)]
    [InlineData(15, 20)]
    [InlineData(20, 40)]
    [InlineData(500, 40)]
    public void An_account_rests_longer_with_each_five_failures_but_never_for_a_day(int failures, int? minutes) =>
        LockRules.RestAfter(failures).ShouldBe(minutes is { } m ? TimeSpan.FromMinutes(m) : null);

    [Theory]
    [InlineData("maria@ministerio.example", null)]
    [InlineData("  maria@ministerio.example ", null)]
    [InlineData("", "Email.Missing")]
    [InlineData("maria", "Email.Shape")]
    [InlineData("maria@ministerio", "Email.Shape")]
    [InlineData("maría@ministerio.example", "Email.Shape")]
    [InlineData("ma ria@ministerio.example", "Email.Shape")]
    [InlineData("a@b@ministerio.example", "Email.Shape")]
    [InlineData("mаria@ministerio.example", "Email.Shape")]
    public void Two_addresses_that_look_alike_are_not_two_people(string email, string? problem) => EmailRules.Problem(email).ShouldBe(problem);

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36", "Chrome · Android")]
    [InlineData("curl/8", null)]
    [InlineData(null, null)]
    public void A_session_names_its_device_as_a_person_would(string? agent, string? name) => Device.Of(agent).ShouldBe(name);
}
