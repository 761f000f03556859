using BcSalesSync.Contracts;
using Quartz;

namespace BcSalesSync.Host.Clustering;

// Does this worker's part in a pass that another one leads. A worker that dies leaves the job to the others.
[DisallowConcurrentExecution]
internal sealed class PartitionJob(PartitionTurn turn) : IJob
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

    public Task Execute(IJobExecutionContext context) => turn.RunAsync(
        new PartitionTicket(context.JobDetail.Key.Name, context.MergedJobDataMap.GetString(Content)!), context.CancellationToken);
}
