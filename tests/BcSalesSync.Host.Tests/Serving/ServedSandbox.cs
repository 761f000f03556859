using System.Net.Http.Headers;
using System.Net.Http.Json;
using BcSalesSync.Host.Commands;

namespace BcSalesSync.Host.Tests.Serving;

// The verb "sandbox" on a free port, with a client that knows the addresses it printed.
internal sealed class ServedSandbox : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly FirstLineWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly Task<int> _run;

    private ServedSandbox(string[] options) =>
        _run = HostCommands.InvokeAsync(["sandbox", "--urls", "http://127.0.0.1:0", .. options], _output, _errors, _end.Token);

    public HttpClient Client { get; } = new();

    public string ReadyLine { get; private set; } = "";

    public Uri BusinessCentral => new(ReadyLine.Split(' ')[3] + "/");

    public Uri Sales => new(ReadyLine.Split(' ')[5] + "/");

    public Uri Control => new(BusinessCentral, "/sandbox/");

    public static async Task<ServedSandbox> StartAsync(params string[] options)
    {
        var served = new ServedSandbox(options);
        await Task.WhenAny(served._run, served._output.FirstLine);
        Assert.True(served._output.FirstLine.IsCompleted, served._errors.ToString());
        served.ReadyLine = await served._output.FirstLine;
        served.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");
        return served;
    }

    public Task<HttpResponseMessage> ControlAsync(string resource, object body) => Client.PostAsJsonAsync(new Uri(Control, resource), body);

    // Stops the verb and answers its exit code.
    public async Task<int> StopAsync()
    {
        await _end.CancelAsync();
        return await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        _end.Dispose();
        await _output.DisposeAsync();
        await _errors.DisposeAsync();
    }
}
