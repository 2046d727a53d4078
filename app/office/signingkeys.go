package office

import (
	"context"
	"errors"
	"slices"
	"time"

	"ankhai/forms/facts"
	"ankhai/signing"
)

// AnyEmployer stands for the tax code of nobody in particular: whoever's key may sign.
const AnyEmployer = "*"

// SigningKeys lists every key that this machine can sign with, of whatever kind: the
// practice key, those in remembered files, those of remote accounts, and those on tokens
// and in the Windows store. Looking for tokens takes its time and may be given up: the
// others are listed then. Whether a key is unfit is judged for the employer with this tax
// code, "" for the one at hand; unfit ones stand last.
func (o *Office) SigningKeys(ctx context.Context, mst string) ([]KeyInfo, error) {
	practice, err := o.Keys(ctx)
	if err != nil && !errors.Is(err, ErrNoCompany) { // who signs for others has none of their own
		return nil, err
	}
	anyone := mst == AnyEmployer
	all := slices.DeleteFunc(practice, func(k KeyInfo) bool { return mst != "" && !anyone && k.TaxCode != mst })
	if mst == "" || anyone {
		mst = o.taxCode(ctx)
	}
	for _, list := range []func(context.Context, string) ([]KeyInfo, error){o.keyFilesOf, o.remoteKeysOf, o.tokenKeysOf} {
		some, err := list(ctx, mst)
		if err != nil && !errors.Is(err, context.Canceled) {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortStableFunc(all, func(a, b KeyInfo) int { return a.last() - b.last() })
	if anyone {
		allowOthers(all, mst)
	}
	return all, nil
}

// allowOthers makes keys fit that lack the employer's tax code and nothing else.
func allowOthers(all []KeyInfo, mst string) {
	for i := range all {
		if k := &all[i]; k.others {
			k.Unfit, k.Say = false, "Chứng thư này không phải của đơn vị đang mở ("+mst+"). Chỉ ký bằng nó khi tệp là của người trong chứng thư."
		}
	}
}

// last is 1 for a key that cannot sign for the employer.
func (k KeyInfo) last() int {
	if k.Unfit {
		return 1
	}
	return 0
}

// KeyUse is what a person brings along to open a key.
type KeyUse struct {
	Secret []byte // PIN of a token, password of a file; overwritten
	Agreed Agreed // of a token
	Remote RemoteUse
}

// OpenSigningKey opens a key of any kind by its name.
func (o *Office) OpenSigningKey(ctx context.Context, spec string, use KeyUse) (signing.Key, error) {
	defer clear(use.Secret)
	if IsTokenKey(spec) {
		return o.OpenTokenKey(ctx, spec, use.Secret, use.Agreed)
	}
	if name, ok := cutRemoteKey(spec); ok {
		return o.OpenRemoteKey(ctx, name, use.Remote)
	}
	return o.OpenKey(ctx, spec, use.Secret)
}

// KeysFor are the keys that may sign for an employer, the likeliest first: those that
// are at hand before those that ask somebody's telephone, and last the remote accounts
// whose certificate nobody has seen yet.
func KeysFor(all []KeyInfo, dv facts.DonVi, now time.Time) (out []KeyInfo) {
	if dv.ThucHanh {
		out = append(out, KeyInfo{Spec: Practice, Name: "Khoá thực hành", TaxCode: dv.MaSoThue})
	}
	for _, k := range all {
		if k.Spec != Practice && (k.Fits(dv.MaSoThue, now) || !k.Known()) {
			out = append(out, k)
		}
	}
	slices.SortStableFunc(out, func(a, b KeyInfo) int { return a.distance() - b.distance() })
	return out
}

// Known reports whether the certificate of a key has been seen: that of a remote account
// is not before the first log-in.
func (k KeyInfo) Known() bool { return k.Account == "" || !k.Until.IsZero() }

// distance orders kinds of keys by what has to be done to sign with them.
func (k KeyInfo) distance() int {
	switch {
	case k.Spec == Practice:
		return 0
	case k.Token != "":
		return 1
	case k.Account != "" && !k.Known():
		return 4
	case k.Account != "":
		return 3
	}
	return 2
}

// Line is a key in one line: where it lies, whose it is, until when it holds.
func (k KeyInfo) Line() string {
	switch {
	case k.Spec == Practice:
		return k.Name
	case !k.Known():
		return k.Where() + " · chưa đăng nhập lần nào"
	}
	return k.Where() + " · " + k.Name + " · hết hạn " + k.Until.Format("02/01/2006")
}
