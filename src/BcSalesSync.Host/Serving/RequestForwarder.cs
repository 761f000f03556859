using BcSalesSync.Sandbox;
using Microsoft.AspNetCore.Http;

namespace BcSalesSync.Host.Serving;

// Hands a request from the socket to the sandbox and its answer back.
internal sealed class RequestForwarder(SandboxHandler sandbox)
{
    public async Task ForwardAsync(HttpContext context)
    {
        try
        {
            using var request = IncomingRequest.Read(context);
            using var response = await sandbox.HandleAsync(request, context.RequestAborted);
            await OutgoingAnswer.WriteAsync(response, context);
        }
        catch (SandboxConnectionDroppedException)
        {
            context.Abort();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }
}
