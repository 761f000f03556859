using System.Text.Json.Nodes;

namespace BcSalesSync.Runtime.Tests.Reporting.Browser;

[Collection(ReportCollection.Name)]
public sealed class BrowserTests(WrittenReport report)
{
    private const string Overflowing = """
        [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
            .map(e => e.tagName + '.' + e.className).join(' ')
        """;

    [BrowserFact]
    public async Task A_browser_shows_the_page_at_every_width_without_a_complaint_and_without_asking_anybody()
    {
        await using var browser = await Chromium.StartAsync();
        await using var tab = await BrowserTab.OpenAsync(browser);
        await tab.ShowAsync(report.Path);

        var backgrounds = new HashSet<string>();
        foreach (var scheme in new[] { "light", "dark" })
        {
            foreach (var width in new[] { 400, 800, 1400 })
            {
                await tab.LookAsync(width, scheme);
                Assert.Equal((width, scheme, 0), (width, scheme, await NumberAsync(tab, "document.documentElement.scrollWidth - document.documentElement.clientWidth")));
                Assert.Equal((width, string.Empty), (width, (await tab.EvaluateAsync(Overflowing))!.GetValue<string>()));
            }

            backgrounds.Add((await tab.EvaluateAsync("getComputedStyle(document.body).backgroundColor"))!.GetValue<string>());
        }

        Assert.Equal(2, backgrounds.Count);
        Assert.Equal("0 true", (await tab.EvaluateAsync("document.scripts.length + ' ' + (document.querySelectorAll('svg').length > 4)"))!.GetValue<string>());
        Assert.Empty(tab.Events("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown").Select(entry => entry.ToJsonString()));
        Assert.Equal([new Uri(report.Path).AbsoluteUri], tab.Events("Network.requestWillBeSent").Select(UrlOf));
    }

    private static async Task<int> NumberAsync(BrowserTab tab, string expression) => (await tab.EvaluateAsync(expression))!.GetValue<int>();

    private static string UrlOf(JsonNode request) => request["request"]!["url"]!.GetValue<string>();
}
