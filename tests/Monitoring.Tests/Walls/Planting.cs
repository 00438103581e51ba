using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Monitoring.Tests.Walls;

/// <summary>Compiles a planted fault in memory, against everything that the tests can see.</summary>
internal static class Planting
{
    private static readonly IReadOnlyList<MetadataReference> References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).Where(File.Exists).Select(p => MetadataReference.CreateFromFile(p))];

    public static CSharpCompilation Compilation(string code) => CSharpCompilation.Create("Planted", [CSharpSyntaxTree.ParseText(code)], References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The assembly; throws when the code does not compile.</summary>
    public static byte[] Compile(string code)
    {
        using var stream = new MemoryStream();
        var result = Compilation(code).Emit(stream);
        return result.Success ? stream.ToArray() : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>What the analyzer of banned symbols says, with the house's own list.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> BannedAsync(string code)
    {
        var analyzer = Path.Combine(AppContext.BaseDirectory, "analyzers", "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll");
        var reference = new AnalyzerFileReference(analyzer, new Loader());
        var list = new ListOfBanned(House.Path("BannedSymbols.txt"));
        var compilation = Compilation(code);
        compilation.GetDiagnostics().Where(d => d.Severity is DiagnosticSeverity.Error).ShouldBeEmpty(code);
        return await compilation.WithAnalyzers(reference.GetAnalyzers(LanguageNames.CSharp), new AnalyzerOptions([list])).GetAnalyzerDiagnosticsAsync();
    }

    private sealed class ListOfBanned(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) { }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
