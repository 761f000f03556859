using System.Buffers;

namespace BcSalesSync.Endpoints.Http;

/// <summary>The bytes of a body in a rented array, or in one of its own when it is very large.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int FirstSize = 16 * 1024;

    // The pool keeps arrays for each thread that gave one back; of the largest pages that would soon be all memory.
    private const int LargestPooled = 8 * 1024 * 1024;
    private byte[] buffer;
    private int length;

    private PooledBody(byte[] buffer) => this.buffer = buffer;

    public static PooledBody Empty => new([]);

    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    public static async Task<PooledBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var expected = content.Headers.ContentLength is { } known and < int.MaxValue ? (int)known + 1 : FirstSize;
        var body = new PooledBody(Rent(expected));
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            while (true)
            {
                var read = await stream.ReadAsync(body.buffer.AsMemory(body.length), cancellationToken);
                if (read == 0)
                    return body;
                body.length += read;
                if (body.length == body.buffer.Length)
                    body.Grow();
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var rented = buffer;
        buffer = [];
        length = 0;
        Return(rented);
    }

    private static byte[] Rent(int size) =>
        size <= LargestPooled ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);

    private static void Return(byte[] array)
    {
        if (array.Length is > 0 and <= LargestPooled)
            ArrayPool<byte>.Shared.Return(array);
    }

    private void Grow()
    {
        var larger = Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        Return(buffer);
        buffer = larger;
    }
}
