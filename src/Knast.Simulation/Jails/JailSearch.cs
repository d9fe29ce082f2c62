using System.Globalization;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Jails;

/// <summary>Finds the jail that a jail_set(2) is about, or the place where one is to be made.</summary>
internal sealed class JailSearch(CallContext call, JailFlags flags, Jail own, JailSettings settings)
{
    private readonly bool _isCreate = (flags & (JailFlags.Create | JailFlags.Update)) == JailFlags.Create;
    private readonly bool _isUpdate = (flags & (JailFlags.Create | JailFlags.Update)) == JailFlags.Update;
    private Jail? _found;
    private Jail? _dead;

    /// <summary>Finds it.</summary>
    /// <exception cref="KernelError">EEXIST, ENOENT, EINVAL, with words.</exception>
    public JailTarget Find()
    {
        int id = settings.Id != 0 ? settings.Id : _isCreate && settings.Name is { } named ? NumberOf(named) : 0;
        FindById(id);
        Jail parent = _found?.Parent ?? own;
        string? name = settings.Name;
        if (name is null)
        {
            KernelError.Unless(!_isUpdate || _found is not null, ErrorCode.ENOENT, "update specified no jail");
            return new JailTarget(_found, parent, RevivedName(), id, _dead);
        }

        int dot = name.LastIndexOf('.');
        if (dot >= 0)
        {
            parent = FindParent(name[..dot], parent);
        }

        string component = name[(dot + 1)..];
        if (component.Length > 0)
        {
            FindByName(parent, component, name);
        }

        return new JailTarget(_found, parent, component, id, _dead);
    }

    // A jail whose name is a number has that identifier.
    private static int NumberOf(string name)
    {
        string component = name[(name.LastIndexOf('.') + 1)..];
        return component.All(char.IsAsciiDigit) && int.TryParse(component, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0;
    }

    private string? RevivedName() => _found is { IsAlive: false } ? _found.Component : null;

    private void FindById(int id)
    {
        if (id == 0)
        {
            return;
        }

        KernelError.Unless(id > 0, ErrorCode.EINVAL, "negative jid");
        Jail? known = call.Machine.Jails.Find(id);
        if (known is { IsAlive: false } && call.Is15)
        {
            (_dead, known) = (known, null);
        }

        KernelError.Unless(!_isCreate || known is null, ErrorCode.EEXIST, $"jail {id} already exists");
        bool isVisible = known is null ? !_isUpdate : known != own && known.IsVisibleTo(own);
        KernelError.Unless(isVisible, ErrorCode.ENOENT, $"jail {id} not found");
        KernelError.Unless(known is null || known.IsAlive || flags.HasFlag(JailFlags.Dying), ErrorCode.ENOENT, $"jail {id} is dying");
        _found = known;
    }

    private Jail FindParent(string name, Jail parent)
    {
        if (_found is not null)
        {
            KernelError.Unless(parent.NameFor(own) == name, ErrorCode.EINVAL, "cannot change jail's parent");
            return parent;
        }

        Jail? found = JailTable.Find(own, name);
        KernelError.Unless(found is not null, ErrorCode.ENOENT, $"jail \"{name}\" not found");
        KernelError.Unless(found!.IsAlive, ErrorCode.ENOENT, $"jail \"{name}\" is dying");
        return found;
    }

    private void FindByName(Jail parent, string component, string name)
    {
        Jail? sibling = parent.Children.Find(child => child != _found && child.IsAlive && child.Component == component);
        if (sibling is not null)
        {
            KernelError.Unless(!_isCreate && _found is null, ErrorCode.EEXIST, $"jail \"{name}\" already exists");
            _found = sibling;
            return;
        }

        Jail? dying = call.Is15 || _isCreate || _found is not null
            ? null
            : parent.Children.Find(child => !child.IsAlive && child.Component == component);
        if (dying is not null && flags.HasFlag(JailFlags.Dying))
        {
            _found = dying;
            return;
        }

        KernelError.Unless(!_isUpdate || _found is not null, ErrorCode.ENOENT, $"jail \"{name}\" {(dying is null ? "not found" : "is dying")}");
    }
}
