using System.Collections;
using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands;
using BcSalesSync.PowerShell.Commands.Connections;
using BcSalesSync.PowerShell.Commands.Couplings;
using BcSalesSync.PowerShell.Commands.Documents;
using BcSalesSync.PowerShell.Commands.FullSync;
using BcSalesSync.PowerShell.Commands.Mappings;
using BcSalesSync.PowerShell.Commands.Sandbox;
using BcSalesSync.PowerShell.Commands.Schedule;
using BcSalesSync.PowerShell.Commands.Status;
using BcSalesSync.PowerShell.Commands.Synchronization;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class WhatIfTests
{
    private static readonly FakeProfiles Profiles = new(SignInTests.Profile);

    private static readonly BcCommand[] Changing =
    [
        new ConnectBcSyncCommand
        {
            BusinessCentralUrl = SignInTests.Profile.BusinessCentralUrl,
            SalesUrl = SignInTests.Profile.SalesUrl,
            CertificateThumbprint = "00",
            SaveProfile = "other",
            Open = (_, _, _) => Task.FromResult<ISyncSession>(new FakeSession()),
            OpenProfiles = () => Profiles,
        },
        new RemoveBcProfileCommand { Name = [SignInTests.Profile.Name], OpenProfiles = () => Profiles },
        new NewBcCouplingCommand { Mapping = ["CUSTOMER"], BcNo = "C1", SalesName = "A1" },
        new RemoveBcCouplingCommand { Mapping = ["CUSTOMER"], BcNo = "C1" },
        new RepairBcCouplingCommand { Mapping = ["CUSTOMER"] },
        new ImportBcCouplingCommand { Path = "couplings.csv" },
        new ExportBcCouplingCommand { Path = "couplings.csv" },
        new SetBcTableMappingCommand { Name = ["CUSTOMER"], Direction = SyncDirection.ToSales },
        new NewBcTableMappingCommand { Name = ["REGION"], BcTable = "countriesRegions", SalesTable = "new_region" },
        new ResetBcTableMappingCommand { Name = ["CUSTOMER"] },
        new RemoveBcTableMappingCommand { Name = ["CUSTOMER"] },
        new NewBcFieldMappingCommand { Mapping = ["CUSTOMER"], BcField = "a", SalesField = "b" },
        new SetBcFieldMappingCommand { Mapping = ["CUSTOMER"], BcField = "a", Enabled = false },
        new RemoveBcFieldMappingCommand { Mapping = ["CUSTOMER"], BcField = "a" },
        new ExportBcSyncReportCommand { Path = "report.html" },
        new ExportBcTableMappingCommand { Path = "mappings.json" },
        new ImportBcTableMappingCommand { Path = "mappings.json" },
        new SetBcSyncSetupCommand { UnitGroupMapping = true },
        new InitializeBcSyncCommand(),
        new InvokeBcSyncNowCommand { Mapping = ["CUSTOMER"], BcNo = "C1", Direction = SyncDirection.ToSales },
        new InvokeBcSyncNowCommand { Mapping = ["CUSTOMER"] },
        new StartBcFullSyncCommand { Mapping = ["CUSTOMER"] },
        new ResumeBcFullSyncCommand(),
        new StopBcFullSyncCommand(),
        new ResetBcFullSyncCommand(),
        new ResumeBcSyncRecordCommand { Mapping = ["CUSTOMER"], BcNo = "C1" },
        new ClearBcSyncJobCommand { OlderThan = DateTimeOffset.UnixEpoch },
        new ImportBcSalesOrderCommand(),
        new ImportBcSalesQuoteCommand(),
        new PublishBcSalesInvoiceCommand { BcNo = ["PS-INV1"] },
        new SendBcTimelinePostCommand(),
        new UpdateBcAccountStatisticsCommand(),
        new UpdateBcItemAvailabilityCommand(),
        new SetBcSyncScheduleCommand { Name = ["CUSTOMER"], OnHold = true },
        new InvokeBcSyncScheduleCommand(),
        new InvokeBcSandboxEventCommand { Type = "Clock", Argument = new Hashtable { ["advance"] = "PT1H" } },
    ];

    public static TheoryData<int> Commands => [.. Enumerable.Range(0, Changing.Length)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_changing_command_describes_what_it_would_do_and_does_nothing(int command)
    {
        var session = new FakeSession
        {
            Plan = [Samples.Planned(SyncDirection.ToSales, SyncAction.Updated)],
            Review = [Samples.Line("CUSTOMER")],
            FileRows = [new() { Value = new CouplingRequest { Mapping = "CUSTOMER", Records = new RecordSelector { BcNo = "C1" } } }],
        };

        var document = new BcDocumentResult { Kind = DocumentKind.Order, Number = "O-1", SalesId = Samples.Id1, Action = SyncAction.Created, RunId = Samples.Id2 };
        var entry = new BcScheduleEntry
        {
            Name = "CUSTOMER", Description = "Synchronizes", IntervalMinutes = 30, IdleMinutes = 720, State = ScheduleState.Ready,
        };
        session.Answer<DocumentRequest, BcDocumentResult>(nameof(IDocumentService.ImportOrdersAsync), _ => [document]);
        session.Answer<DocumentRequest, BcDocumentResult>(nameof(IDocumentService.ImportQuotesAsync), _ => [document]);
        session.Answer<InvoiceRequest, BcDocumentResult>(
            nameof(IDocumentService.PublishInvoicesAsync), _ => [document with { Kind = DocumentKind.Invoice, BcNo = "PS-INV1" }]);
        session.Answer<bool, BcDocumentResult>(nameof(IDocumentService.SendTimelinePostsAsync), _ => [document]);
        session.Answer<string?, BcScheduleEntry>(nameof(IScheduleService.GetAsync), _ => [entry]);
        session.Answer<ScheduleRequest, BcScheduleEntry>(nameof(IScheduleService.PreviewAsync), _ => [entry]);

        var run = CommandRun.Connected(session, whatIf: true).Invoke(Changing[command]);

        Assert.Empty(run.Session.Changes);
        Assert.Equal([SignInTests.Profile], Profiles.Kept);
        Assert.NotEmpty(run.Streams.Confirmed);
    }

    [Fact]
    public void Every_command_that_supports_WhatIf_is_tried()
    {
        var supporting = typeof(BcCommand).Assembly.GetTypes().Where(t => t.CustomAttributes.Any(a =>
            a.AttributeType == typeof(CmdletAttribute)
            && a.NamedArguments.Any(n => n.MemberName == nameof(CmdletAttribute.SupportsShouldProcess) && n.TypedValue.Value is true)));

        Assert.Equal(
            supporting.Select(t => t.Name).Order(StringComparer.Ordinal),
            Changing.Select(c => c.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }
}
