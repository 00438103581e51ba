using Monitoring.Web.Shared;

namespace Monitoring.Tests.Shared;

public sealed class CodeRulesTests
{
    [Fact]
    public void The_next_code_follows_the_highest_and_ignores_other_kinds()
    {
        CodeRules.Next("HN-MAHE", 'R', []).ShouldBe("HN-MAHE-R1");
        CodeRules.Next("HN-MAHE", 'R', ["HN-MAHE-R2", "HN-MAHE-R1", "HN-MAHE-N9", "HN-MAHE-RX"]).ShouldBe("HN-MAHE-R3");
        CodeRules.Next("MX-PNDH", 'R', ["MX-PNDH-R09", "MX-PNDH-R26"]).ShouldBe("MX-PNDH-R27");
    }
}
