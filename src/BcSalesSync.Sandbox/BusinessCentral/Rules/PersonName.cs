using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// The name of a person and its parts follow each other.
internal static class PersonName
{
    private const int PartLength = 30;
    private const int NameLength = 100;

    public static void Join(RowDraft draft)
    {
        string[] parts = [draft.Text(ContactTable.FirstName), draft.Text(ContactTable.MiddleName), draft.Text(ContactTable.Surname)];
        draft[ContactTable.Name] = Cut(string.Join(' ', parts.Where(part => part.Length > 0)), NameLength);
    }

    public static void Split(RowDraft draft)
    {
        var words = draft.Text(ContactTable.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        draft[ContactTable.FirstName] = Cut(words.FirstOrDefault() ?? "", PartLength);
        draft[ContactTable.Surname] = Cut(words.Length > 1 ? words[^1] : "", PartLength);
        draft[ContactTable.MiddleName] = Cut(words.Length > 2 ? string.Join(' ', words[1..^1]) : "", PartLength);
    }

    // The type may have come after the name: fill whichever side is still blank.
    public static void Complete(RowDraft draft)
    {
        var hasParts = draft.Text(ContactTable.FirstName).Length + draft.Text(ContactTable.Surname).Length > 0;
        if (!hasParts && draft.Text(ContactTable.Name).Length > 0)
        {
            Split(draft);
        }
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
