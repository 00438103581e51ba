using System.Text;

namespace Monitoring.Tests.Walls;

/// <summary>Words that stand in markup as they are: between tags (no name) or in an attribute.</summary>
internal sealed record MarkupWord(int Line, string? Attribute, string Text);

/// <summary>
/// Reads a Razor file far enough to tell text from code: tags, attributes, expressions and code blocks. It knows no components and
/// needs none.
/// </summary>
internal sealed class RazorText
{
    private static readonly string[] Directives = ["page", "using", "inject", "inherits", "layout", "attribute", "namespace", "implements", "typeparam", "rendermode", "preservewhitespace"];
    private static readonly string[] Blocks = ["if", "for", "foreach", "while", "switch", "lock", "using", "try", "do"];
    private static readonly string[] Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    private readonly string _s;
    private readonly List<MarkupWord> _found = [];
    private int _i;

    private RazorText(string text) => _s = text;

    public static IReadOnlyList<MarkupWord> Words(string text)
    {
        var reader = new RazorText(text);
        reader.Markup(onlyOne: false);
        return reader._found;
    }

    /// <summary>The lines of the <c>@code</c> block, braces included; 0 when there is none.</summary>
    public static int CodeLines(string text)
    {
        var start = text.StartsWith("@code", StringComparison.Ordinal) ? 0 : text.IndexOf("\n@code", StringComparison.Ordinal);
        return start < 0 ? 0 : text[start..].Trim('\n').Split('\n').Length;
    }

    private bool At(string what) => string.CompareOrdinal(_s, _i, what, 0, what.Length) == 0;

    private char Here => _i < _s.Length ? _s[_i] : '\0';

    private char Next => _i + 1 < _s.Length ? _s[_i + 1] : '\0';

    private void Markup(bool onlyOne)
    {
        var depth = 0;
        var text = new StringBuilder();
        var from = _i;
        while (_i < _s.Length)
        {
            if (text.Length == 0) from = _i;
            if (Here == '<' && (char.IsLetter(Next) || Next is '/' or '!'))
            {
                Keep(from, null, text);
                depth += Tag();
                if (onlyOne && depth <= 0) return;
            }
            else if (Here == '@')
            {
                Keep(from, null, text);
                At(text);
            }
            else
            {
                text.Append(_s[_i++]);
            }
        }
        Keep(from, null, text);
    }

    private void Keep(int from, string? attribute, StringBuilder text)
    {
        var said = text.ToString();
        var line = _s.AsSpan(0, from).Count('\n') + 1 + said.TakeWhile(char.IsWhiteSpace).Count(c => c == '\n');
        if (!string.IsNullOrWhiteSpace(said)) _found.Add(new MarkupWord(line, attribute, said.Trim()));
        text.Clear();
    }

    // One tag with its attributes; returns what it does to the depth.
    private int Tag()
    {
        if (At("<!--"))
        {
            SkipTo("-->");
            return 0;
        }
        if (At("</") || At("<!"))
        {
            var closes = At("</");
            SkipTo(">");
            return closes ? -1 : 0;
        }
        _i++;
        var name = Word(c => char.IsLetterOrDigit(c) || c is '.' or '-' or ':');
        while (_i < _s.Length)
        {
            while (char.IsWhiteSpace(Here)) _i++;
            if (At("/>"))
            {
                _i += 2;
                return 0;
            }
            if (Here == '>')
            {
                _i++;
                if (name is "script" or "style") SkipTo($"</{name}>");
                return Void.Contains(name) || name is "script" or "style" ? 0 : 1;
            }
            if (At("@*")) SkipTo("*@");
            else if (At("@("))
            {
                _i++;
                Brackets();
            }
            else Attribute();
        }
        return 0;
    }

    private void Attribute()
    {
        var name = Word(c => !char.IsWhiteSpace(c) && c is not ('=' or '>' or '/'));
        if (name.Length == 0) _i++;
        if (Here != '=') return;
        _i++;
        if (Here is not ('"' or '\''))
        {
            if (Here == '@') At(new StringBuilder());
            else Word(c => !char.IsWhiteSpace(c) && c != '>');
            return;
        }
        var quote = _s[_i++];
        var text = new StringBuilder();
        var from = _i;
        // An event or a bind is code from quote to quote.
        var isCode = name.StartsWith('@');
        while (_i < _s.Length && Here != quote)
        {
            if (Here == '@' && Next != '@') At(text);
            else if (isCode && Here == '(') Brackets();
            else text.Append(_s[_i++]);
        }
        _i++;
        if (!isCode) Keep(from, name, text);
    }

    // Something that begins with @: comment, directive, block or expression.
    private void At(StringBuilder text)
    {
        if (At("@@"))
        {
            text.Append('@');
            _i += 2;
            return;
        }
        if (At("@*"))
        {
            SkipTo("*@");
            return;
        }
        _i++;
        if (Here == '(')
        {
            Brackets();
            return;
        }
        if (Here == '{')
        {
            _i++;
            Code();
            return;
        }
        var start = _i;
        var word = Word(c => char.IsLetterOrDigit(c) || c == '_');
        if (word is "code" or "functions" && _s.AsSpan(_i).TrimStart().StartsWith("{"))
        {
            SkipTo("{");
            _i--;
            Brackets();
        }
        else if (Directives.Contains(word) && (start < 2 || _s[start - 2] == '\n') && !(word == "using" && _s.AsSpan(_i).TrimStart().StartsWith("(")))
        {
            SkipTo("\n");
        }
        else if (Blocks.Contains(word))
        {
            Block();
        }
        else
        {
            if (word == "await")
            {
                SkipSpace();
                Word(c => char.IsLetterOrDigit(c) || c == '_');
            }
            Expression();
        }
    }

    private void Expression()
    {
        while (true)
        {
            if (Here is '(' or '[') Brackets();
            else if ((Here == '.' && char.IsLetter(Next)) || (Here == '!' && Next is '.' or '[')) _i++;
            else if (At("?.") || At("?["))
            {
                _i++;
            }
            else if (char.IsLetterOrDigit(Here) || Here == '_') _i++;
            else return;
        }
    }

    private void Block()
    {
        while (true)
        {
            SkipSpace();
            if (Here == '(') Brackets();
            SkipSpace();
            if (Here != '{') return;
            _i++;
            Code();
            var after = _i;
            SkipSpace();
            var word = Word(char.IsLetter);
            if (word is not ("else" or "catch" or "finally" or "while"))
            {
                _i = after;
                return;
            }
            SkipSpace();
            if (At("if") && word == "else") _i += 2;
        }
    }

    // After "{": code until its "}", with markup where a statement could begin.
    private void Code()
    {
        var before = '{';
        while (_i < _s.Length)
        {
            if (char.IsWhiteSpace(Here)) _i++;
            else if (Here == '}')
            {
                _i++;
                return;
            }
            else if (Here == '{')
            {
                _i++;
                Code();
                before = '}';
            }
            else if (Here == '<' && char.IsLetter(Next) && before is '{' or '}' or ';' or ':' or ')' or '>')
            {
                Markup(onlyOne: true);
                before = '>';
            }
            else if (At("@:"))
            {
                _i += 2;
                var text = new StringBuilder();
                var from = _i;
                while (_i < _s.Length && Here != '\n')
                    if (Here == '@') At(text);
                    else text.Append(_s[_i++]);
                Keep(from, null, text);
            }
            else if (Here == '@' && Next is not '"' and not '$')
            {
                At(new StringBuilder());
                before = '>';
            }
            else if (Here is '(' or '[')
            {
                Brackets();
                before = ')';
            }
            else
            {
                before = Here;
                Token();
            }
        }
    }

    private void Brackets()
    {
        var depth = 0;
        do
        {
            if (Here is '(' or '[' or '{') depth++;
            if (Here is ')' or ']' or '}') depth--;
            Token();
        }
        while (depth > 0 && _i < _s.Length);
    }

    // One character of C#, or a whole comment or string.
    private void Token()
    {
        if (At("//")) SkipTo("\n");
        else if (At("/*")) SkipTo("*/");
        else if (At("\"\"\"")) Raw();
        else if (At("$\"") || At("$@\"") || At("@$\"")) Interpolated();
        else if (At("@\"")) Verbatim();
        else if (Here == '"' || (Here == '\'' && (_s.AsSpan(_i).Length > 2) && (_s[_i + 2] == '\'' || Next == '\\'))) Quoted(_s[_i]);
        else _i++;
    }

    private void Raw()
    {
        _i += 3;
        SkipTo("\"\"\"");
    }

    private void Verbatim()
    {
        _i += 2;
        while (_i < _s.Length && (Here != '"' || Next == '"')) _i += Here == '"' ? 2 : 1;
        _i++;
    }

    private void Quoted(char quote)
    {
        _i++;
        while (_i < _s.Length && Here != quote) _i += Here == '\\' ? 2 : 1;
        _i++;
    }

    private void Interpolated()
    {
        SkipTo("\"");
        while (_i < _s.Length && Here != '"')
        {
            if (At("{{") || Here == '\\') _i += 2;
            else if (Here == '{') Brackets();
            else _i++;
        }
        _i++;
    }

    private string Word(Func<char, bool> belongs)
    {
        var start = _i;
        while (_i < _s.Length && belongs(_s[_i])) _i++;
        return _s[start.._i];
    }

    private void SkipSpace() => Word(char.IsWhiteSpace);

    private void SkipTo(string end)
    {
        var at = _s.IndexOf(end, _i, StringComparison.Ordinal);
        _i = at < 0 ? _s.Length : at + end.Length;
    }
}
