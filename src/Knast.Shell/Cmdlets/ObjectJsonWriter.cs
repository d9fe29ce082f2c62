using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Knast.Shell.Engine;

namespace Knast.Shell.Cmdlets;

/// <summary>Writes any object as JSON, by the rules of pwsh's ConvertTo-Json.</summary>
internal sealed class ObjectJsonWriter(int depth, bool compress, bool enumsAsStrings)
{
    /// <summary>Whether something lay deeper than the depth.</summary>
    public bool Truncated { get; private set; }

    public string Write(object? value)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = !compress,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = 1000,
        };
        using (var json = new Utf8JsonWriter(stream, options))
            Value(json, value, 0);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Value(Utf8JsonWriter json, object? value, int level)
    {
        PSObject? wrapped = value as PSObject;
        object? plain = wrapped is null ? value : wrapped.BaseObject;
        if (Scalar(json, plain))
            return;
        if (level > depth)
        {
            Truncated = true;
            json.WriteStringValue(LanguagePrimitives.ConvertTo<string>(value));
            return;
        }

        switch (plain)
        {
            case IDictionary table:
                Properties(json, table.Entries(), level);
                break;
            case IEnumerable items when plain is not PSCustomObject:
                json.WriteStartArray();
                foreach (object? item in items)
                {
                    Value(json, item, level + 1);
                }

                json.WriteEndArray();
                break;
            default:
                Properties(json, ReadableProperties(wrapped ?? PSObject.AsPSObject(plain)), level);
                break;
        }
    }

    private void Properties(Utf8JsonWriter json, IEnumerable<(string Name, object? Value)> properties, int level)
    {
        json.WriteStartObject();
        foreach ((string name, object? value) in properties)
        {
            json.WritePropertyName(name);
            Value(json, value, level + 1);
        }

        json.WriteEndObject();
    }

    // A getter that throws stands for no value, as everywhere in the shell's formatting.
    private static IEnumerable<(string Name, object? Value)> ReadableProperties(PSObject target)
    {
        foreach (PSPropertyInfo property in target.Properties.Where(p => p.IsGettable && p.MemberType != PSMemberTypes.ParameterizedProperty))
        {
            object? value;
            try
            {
                value = property.Value;
            }
            catch (GetValueException)
            {
                value = null;
            }

            yield return (property.Name, value);
        }
    }

    private bool Scalar(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null or DBNull:
                json.WriteNullValue();
                return true;
            case string or char or Guid or Uri or Version or System.Numerics.BigInteger or System.Net.IPAddress or ScriptBlock or Type or SemanticVersion:
                json.WriteStringValue(value.ToString());
                return true;
            case bool flag:
                json.WriteBooleanValue(flag);
                return true;
            case SwitchParameter flag:
                json.WriteBooleanValue(flag);
                return true;
            case DateTime time:
                json.WriteStringValue(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
                return true;
            case DateTimeOffset time:
                json.WriteStringValue(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
                return true;
            case Enum member when enumsAsStrings:
                json.WriteStringValue(member.ToString());
                return true;
            case Enum member:
                return Scalar(json, Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType()), CultureInfo.InvariantCulture));
            default:
                return Number(json, value);
        }
    }

    private static bool Number(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case double number:
                Real(json, number);
                return true;
            case float number:
                Real(json, double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
                return true;
            case decimal number:
                json.WriteNumberValue(decimal.IsInteger(number) && number.Scale == 0 ? number * 1.0m : number);
                return true;
            case ulong number:
                json.WriteNumberValue(number);
                return true;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }

    // A whole real number keeps its point, so that it is read back as a real one: a decimal writes the digits that it has.
    private static void Real(Utf8JsonWriter json, double number)
    {
        if (!double.IsFinite(number))
            json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        else if (double.IsInteger(number) && Math.Abs(number) < 1e15)
            json.WriteNumberValue((decimal)number * 1.0m);
        else
            json.WriteNumberValue(number);
    }
}
