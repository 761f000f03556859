using System.Security.Cryptography;
using System.Text;

namespace BcSalesSync.Engine.Records;

/// <summary>
/// Name-based ids (UUID version 5, RFC 9562): the same record always gets the same counterpart id, which makes creates safe to repeat
/// (design: section 2).
/// </summary>
public static class DerivedId
{
    /// <summary>The id of the counterpart of a record.</summary>
    /// <param name="company">SystemId of the company; separates connections.</param>
    /// <param name="table">Table the counterpart is created in.</param>
    /// <param name="source">Id of the record it is created from.</param>
    /// <param name="attempt">0 at first; higher when the id is taken by somebody else's counterpart.</param>
    public static Guid For(Guid company, string table, Guid source, int attempt = 0)
    {
        var name = attempt == 0 ? $"{table}:{source:D}" : $"{table}:{source:D}:{attempt}";
        var text = Encoding.UTF8.GetByteCount(name);
        Span<byte> input = stackalloc byte[16 + text];
        company.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The format of version 5 ids prescribes SHA-1; nothing is kept secret by it.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>True for ids of the kind that <see cref="For"/> gives; people and systems hardly ever choose such ones.</summary>
    public static bool MayBe(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return bytes[6] >> 4 == 5;
    }
}
