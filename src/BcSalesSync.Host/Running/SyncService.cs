using BcSalesSync.Contracts;
using BcSalesSync.Host.Commands;
using BcSalesSync.Host.Connecting;
using BcSalesSync.Host.Health;
using BcSalesSync.Host.Logging;
using Microsoft.Extensions.Hosting;

namespace BcSalesSync.Host.Running;

// The service: connects, and runs the schedule until it is stopped, or once.
internal sealed class SyncService(
    ConnectionRequest request,
    RunSettings settings,
    ISessionOpener opener,
    IServiceSchedule schedule,
    ServiceGround ground,
    ServiceLog log,
    ServiceHealth health,
    ServiceOutcome outcome,
    IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for the first await of its services.
        await Task.Yield();
        using var stopping = lifetime.ApplicationStopping.Register(health.Stopping);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            outcome.ExitCode = await RunAsync(stop.Token);
        }
        catch (SyncException problem)
        {
            log.Write(problem.Error);
            outcome.ExitCode = ExitCode.Of(problem.Error);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            outcome.ExitCode = settings.Once ? ExitCode.Cancelled : ExitCode.Ok;
        }
        catch (Exception problem)
        {
            log.Write(LogLevels.Error, null, $"It cannot go on: {problem.GetType().Name}: {problem.Message}");
            outcome.ExitCode = ExitCode.Failed;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private async Task<int> RunAsync(CancellationToken stop)
    {
        var reader = new ConnectionReader(ground.Profiles(), new SecretPlaces(ground.Environment));
        var connection = await reader.ReadAsync(request, stop);
        await using var session = await new Connector(opener, ground, settings, log, health).ConnectAsync(connection, stop);
        await PrepareAsync(session, stop);
        if (settings.Once)
            return await new SingleRun(session, settings, log, ground.Clock).RunAsync(stop);
        var isInOrder = await schedule.RunAsync(session, connection, stop);
        log.Write(LogLevels.Information, null, "Stopped as asked.");
        return isInOrder ? ExitCode.Ok : ExitCode.Cancelled;
    }

    private async Task PrepareAsync(ISyncSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session.GetTableMappingsAsync(null, cancellationToken).CountAsync(cancellationToken);
        }
        catch (SyncException problem) when (problem.Error.ErrorId == "BcSync.Mapping.NotSetUp" && (settings.Initialize || request.Sandbox))
        {
            var observer = log.Observe(null, settings.Verbose);
            var created = await session.InitializeAsync(new InitializeRequest(), observer, cancellationToken).CountAsync(cancellationToken);
            log.Write(LogLevels.Information, null, $"Created the {created} default mappings.");
        }
    }
}
