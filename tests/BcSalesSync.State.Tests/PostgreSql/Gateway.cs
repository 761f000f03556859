using System.Net;
using System.Net.Sockets;

namespace BcSalesSync.State.Tests.PostgreSql;

/// <summary>A way to the tests' server that can be shut, with all connections on it, and opened again, as when a server starts anew.</summary>
internal sealed class Gateway(int server) : IAsyncDisposable
{
    private readonly List<TcpClient> connections = [];
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private Task accepting = Task.CompletedTask;

    public int Port { get; private set; }

    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync(listener);
    }

    public async Task ShutAsync()
    {
        listener.Stop();
        await accepting;
        lock (connections)
        {
            connections.ForEach(connection => connection.Dispose());
            connections.Clear();
        }
    }

    public async ValueTask DisposeAsync() => await ShutAsync();

    private async Task AcceptAsync(TcpListener open)
    {
        try
        {
            while (true)
            {
                var near = await open.AcceptTcpClientAsync();
                var far = new TcpClient();
                await far.ConnectAsync(IPAddress.Loopback, server);
                lock (connections)
                    connections.AddRange([near, far]);
                _ = PassAsync(near, far);
                _ = PassAsync(far, near);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // It was shut.
        }
    }

    private static async Task PassAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Either end was closed.
        }
    }
}
