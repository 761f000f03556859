using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// A note or post knows what kind of row it belongs to; a post must belong to one and shows its owner, a note knows the size of its file.
internal sealed class RegardingRule(SalesOrganization organization) : IRowRule
{
    private static readonly Field NoteSubject = SalesSchema.Note.Find("objectid")!;
    private static readonly Field NoteType = SalesSchema.Note.Find("objecttypecode")!;
    private static readonly Field Body = SalesSchema.Note.Find("documentbody")!;
    private static readonly Field Size = SalesSchema.Note.Find("filesize")!;
    private static readonly Field PostSubject = SalesSchema.Post.Find("regardingobjectid")!;
    private static readonly Field PostType = SalesSchema.Post.Find("regardingobjecttypecode")!;
    private static readonly Field PostOwner = SalesSchema.Post.Find("regardingobjectownerid")!;
    private static readonly Field PostUnit = SalesSchema.Post.Find("regardingobjectowningbusinessunit")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table == SalesSchema.Note)
        {
            if (Subject(draft, NoteSubject) is (var subject, _))
            {
                draft[NoteType.Column] = subject.Name;
            }

            draft[Size.Column] = SizeOf(draft[Body.Column] as string);
        }
        else if (table == SalesSchema.Post && draft.IsNew)
        {
            var (subject, row) = Subject(draft, PostSubject) ?? throw SalesError.Argument("A post must regard a record.");
            draft[PostType.Column] = subject.Name;
            draft[PostOwner.Column] = row[subject.Find("ownerid")!.Column];
            draft[PostUnit.Column] = row[subject.Find("owningbusinessunit")!.Column];
        }
    }

    private (SalesTable Table, Row Row)? Subject(RowDraft draft, Field field)
    {
        if (draft[field.Column] is not Guid id)
        {
            return null;
        }

        var target = LookupResolver.TargetOf(organization.World.Store, field, id);
        return LookupResolver.RowOf(organization.World.Store, target, id) is { } row ? (SalesSchema.FindName(target.Table)!, row) : null;
    }

    // Files are written as base64.
    private static int SizeOf(string? body)
    {
        if (body is null)
        {
            return 0;
        }

        var buffer = new byte[body.Length];
        return Convert.TryFromBase64String(body, buffer, out var written)
            ? written
            : throw SalesError.Argument("The document body is not valid base64.");
    }
}
