namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes numbers of records of the one kind that the cmdlet is about.</summary>
public sealed class MappedNumberCompleter : RecordCompleter
{
    private protected override string? MappingOf(CompletionQuestion question) => question.Command.ToUpperInvariant() switch
    {
        "UPDATE-BCACCOUNTSTATISTICS" => "CUSTOMER",
        "UPDATE-BCITEMAVAILABILITY" => "ITEM-PRODUCT",
        _ => "POSTEDSALESINV-INV",
    };
}
