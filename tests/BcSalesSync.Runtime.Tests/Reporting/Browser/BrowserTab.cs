using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BcSalesSync.Runtime.Tests.Reporting.Browser;

/// <summary>A tab that is steered by the DevTools protocol and remembers what happens in it.</summary>
internal sealed class BrowserTab : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
    private readonly List<JsonNode> events = [];
    private string? session;
    private int last;

    /// <summary>What happened, by name of the event.</summary>
    public IEnumerable<JsonNode> Events(params string[] names) => events.Where(one => names.Contains(one["method"]!.GetValue<string>())).Select(one => one["params"]!);

    public static async Task<BrowserTab> OpenAsync(Chromium browser)
    {
        var tab = new BrowserTab();
        await tab.socket.ConnectAsync(browser.Address, tab.limit.Token);
        var target = await tab.CallAsync("Target.createTarget", new { url = "about:blank" });
        var attached = await tab.CallAsync("Target.attachToTarget", new { targetId = target["targetId"]!.GetValue<string>(), flatten = true });
        tab.session = attached["sessionId"]!.GetValue<string>();
        foreach (var domain in new[] { "Page", "Network", "Log", "Runtime" })
            await tab.CallAsync(domain + ".enable", new { });
        return tab;
    }

    /// <summary>Shows a file and waits until it is loaded.</summary>
    public async Task ShowAsync(string path)
    {
        var loaded = Events("Page.loadEventFired").Count();
        await CallAsync("Page.navigate", new { url = new Uri(path).AbsoluteUri });
        while (Events("Page.loadEventFired").Count() == loaded)
            events.Add(await ReceiveAsync());
    }

    /// <summary>Makes the window so wide, and light or dark.</summary>
    public async Task LookAsync(int width, string scheme)
    {
        await CallAsync("Emulation.setDeviceMetricsOverride", new { width, height = 900, deviceScaleFactor = 1, mobile = false });
        await CallAsync("Emulation.setEmulatedMedia", new { features = new[] { new { name = "prefers-color-scheme", value = scheme } } });
    }

    /// <summary>What an expression comes to on the page.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        var answer = await CallAsync("Runtime.evaluate", new { expression, returnByValue = true });
        return answer["result"]!["value"];
    }

    public async Task<JsonNode> CallAsync(string method, object parameters)
    {
        var id = ++last;
        var call = session is null ? (object)new { id, method, @params = parameters } : new { id, method, @params = parameters, sessionId = session };
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, true, limit.Token);
        while (true)
        {
            var answer = await ReceiveAsync();
            if (answer["id"]?.GetValue<int>() == id)
                return answer["result"] ?? throw new InvalidOperationException(answer.ToJsonString());
            if (answer["method"] is not null)
                events.Add(answer);
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        limit.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, limit.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }
}
