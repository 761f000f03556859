using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>Posts on the timelines of orders in Sales what happened to them in Business Central since the last time.</summary>
[Cmdlet(VerbsCommunications.Send, "BcTimelinePost", SupportsShouldProcess = true)]
[OutputType(typeof(BcDocumentResult))]
public sealed class SendBcTimelinePostCommand : ConnectedCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Streams.IsWhatIf)
        {
            Run(async (pump, cancellation) =>
            {
                await foreach (var post in Session.Documents.SendTimelinePostsAsync(preview: true, pump, cancellation))
                    await pump.AskAsync(() => Streams.ShouldProcess($"Order {post.Number}", $"Post '{post.Message}'").ToString());
            });
        }
        else if (Streams.ShouldProcess(Session.Connection.Name, "Post on timelines what waits"))
        {
            Run(async (pump, cancellation) =>
            {
                await foreach (var post in Session.Documents.SendTimelinePostsAsync(preview: false, pump, cancellation))
                {
                    pump.Output(post);
                    if (post.Error is not null)
                        pump.Error(CommandError.From(post.Error, post));
                }
            });
        }
    }
}
