using BcSalesSync.Contracts;
using BcSalesSync.Host.Running;
using Quartz;

namespace BcSalesSync.Host.Clustering;

// Does this worker's part in a pass that another one leads. A worker that dies leaves the job to the others.
[DisallowConcurrentExecution]
internal sealed class PartitionJob(ISyncSession session, JobTurn turn) : IJob
{
    private const string Group = "partitions";
    private const string Content = "content";

    public static IJobDetail Of(PartitionTicket ticket) => JobBuilder.Create<PartitionJob>()
        .WithIdentity(ticket.Name, Group)
        .UsingJobData(Content, ticket.Content)
        .RequestRecovery()
        .Build();

    public static TriggerKey TriggerOf(PartitionTicket ticket) => new(ticket.Name, Group);

    public static ITrigger Now(PartitionTicket ticket) => TriggerBuilder.Create()
        .WithIdentity(TriggerOf(ticket))
        .StartNow()
        .WithSimpleSchedule(schedule => schedule.WithMisfireHandlingInstructionIgnoreMisfires())
        .Build();

    // Whatever keeps this worker from it, the run that leads gives the partition out again.
    public Task Execute(IJobExecutionContext context)
    {
        var ticket = new PartitionTicket(context.JobDetail.Key.Name, context.MergedJobDataMap.GetString(Content)!);
        return turn.RunAsync(
            ticket.Name,
            "Stopped; another worker goes on with it.",
            observer => session.RunPartitionAsync(ticket, observer, context.CancellationToken),
            context.CancellationToken);
    }
}
