package office

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ankhai/storage"
	"ankhai/storage/keys"
)

// The outcomes of working as somebody.
var (
	ErrNoRole       = errors.New("no person of that name on this machine")
	ErrRoleName     = errors.New("name of a person is empty, too long or taken")
	ErrRoleNothing  = errors.New("person has neither role")
	ErrRolePass     = errors.New("wrong passphrase of a person")
	ErrRoleShort    = errors.New("passphrase of a person is too short")
	ErrNobody       = errors.New("nobody said who works")
	ErrNotMaker     = errors.New("person does not prepare dossiers")
	ErrNotSigner    = errors.New("person does not approve dossiers")
	ErrSamePerson   = errors.New("who prepared a dossier cannot approve it")
	ErrNotSubmitted = errors.New("dossier was not submitted as it stands")
	ErrNotApproved  = errors.New("dossier waits for another person's approval")
	ErrNotChecked   = errors.New("draft has not been checked as it stands")
	ErrTwoNeeded    = errors.New("two persons with different roles are needed")
)

// rolesSetting keeps who works on this machine, twoSetting whether an employer asks for
// two persons.
const (
	rolesSetting = "vaiTro"
	twoSetting   = "haiNguoi:"
)

// Role is somebody who works on this machine. One person may have both roles.
type Role struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Maker     bool   `json:"maker"`  // người lập: prepares dossiers and submits them
	Signer    bool   `json:"signer"` // người ký: approves and signs
	Protected bool   `json:"protected"`
}

// keptRole is a Role with what proves the person.
type keptRole struct {
	ID     string      `json:"id"`
	Name   string      `json:"ten"`
	Maker  bool        `json:"lap"`
	Signer bool        `json:"ky"`
	Pass   *keys.Check `json:"matKhau,omitempty"`
}

// MinRolePassphrase is how short a person's own passphrase may be, in characters.
const MinRolePassphrase = 8

func (k keptRole) role() Role { return Role{k.ID, k.Name, k.Maker, k.Signer, k.Pass != nil} }

func (o *Office) keptRoles(ctx context.Context) (all []keptRole, err error) {
	if err = o.store.Setting(ctx, rolesSetting, &all); errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return all, err
}

// Roles lists who works on this machine, by the order in which they came.
func (o *Office) Roles(ctx context.Context) ([]Role, error) {
	all, err := o.keptRoles(ctx)
	out := make([]Role, len(all))
	for i, k := range all {
		out[i] = k.role()
	}
	return out, err
}

// PutRole enters somebody who works on this machine, or changes their roles: known by
// the name. passphrase is overwritten; nil leaves the one that is there, an empty one
// takes it away. Who has a passphrase must have typed it in this session to be changed.
func (o *Office) PutRole(ctx context.Context, r Role, passphrase []byte) (Role, error) {
	defer clear(passphrase)
	r.Name = typed(r.Name)
	switch {
	case r.Name == "" || len([]rune(r.Name)) > 80:
		return r, ErrRoleName
	case !r.Maker && !r.Signer:
		return r, ErrRoleNothing
	case len(passphrase) > 0 && len([]rune(string(passphrase))) < MinRolePassphrase:
		return r, ErrRoleShort
	}
	all, err := o.keptRoles(ctx)
	if err != nil {
		return r, err
	}
	i := slices.IndexFunc(all, func(k keptRole) bool { return strings.EqualFold(k.Name, r.Name) })
	if i < 0 {
		id := make([]byte, 8)
		rand.Read(id) // never fails
		all = append(all, keptRole{ID: hex.EncodeToString(id)})
		i = len(all) - 1
	} else if err := o.atWork(all[i]); err != nil {
		return r, err
	}
	k := &all[i]
	k.Name, k.Maker, k.Signer = r.Name, r.Maker, r.Signer
	switch {
	case len(passphrase) > 0:
		if k.Pass, err = keys.NewCheck(passphrase); err != nil {
			return r, err
		}
	case passphrase != nil:
		k.Pass = nil
	}
	if err := o.store.PutSetting(ctx, rolesSetting, all); err != nil {
		return r, err
	}
	return k.role(), o.store.Record(ctx, "vaiTro.ghi", k.ID)
}

// DropRole takes somebody off this machine. What they said of dossiers stays in the
// trails.
func (o *Office) DropRole(ctx context.Context, name string) error {
	all, err := o.keptRoles(ctx)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(all, func(k keptRole) bool { return strings.EqualFold(k.Name, typed(name)) || k.ID == name })
	if i < 0 {
		return ErrNoRole
	}
	if err := o.atWork(all[i]); err != nil {
		return err
	}
	id := all[i].ID
	if err := o.store.PutSetting(ctx, rolesSetting, slices.Delete(all, i, i+1)); err != nil {
		return err
	}
	o.mu.Lock()
	if o.person.ID == id {
		o.person = keptRole{}
	}
	o.mu.Unlock()
	return o.store.Record(ctx, "vaiTro.bo", id)
}

// atWork refuses to change somebody with a passphrase unless they work just now.
func (o *Office) atWork(k keptRole) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if k.Pass != nil && o.person.ID != k.ID {
		return ErrRolePass
	}
	return nil
}

// Become says who works from now on, until the program ends, somebody else does, or the
// window is locked. passphrase is overwritten.
func (o *Office) Become(ctx context.Context, name string, passphrase []byte) (Role, error) {
	defer clear(passphrase)
	all, err := o.keptRoles(ctx)
	if err != nil {
		return Role{}, err
	}
	i := slices.IndexFunc(all, func(k keptRole) bool { return strings.EqualFold(k.Name, typed(name)) || k.ID == name })
	if i < 0 {
		return Role{}, ErrNoRole
	}
	if k := all[i]; k.Pass != nil && !k.Pass.Fits(passphrase) {
		if err := o.store.Record(ctx, "vaiTro.saiMatKhau", k.ID); err != nil {
			return Role{}, err
		}
		return Role{}, ErrRolePass
	}
	o.mu.Lock()
	o.person = all[i]
	o.mu.Unlock()
	return all[i].role(), nil
}

// StepOut says that nobody in particular works any more.
func (o *Office) StepOut() {
	o.mu.Lock()
	o.person = keptRole{}
	o.mu.Unlock()
}

// Person is who works just now; ErrNobody.
func (o *Office) Person() (Role, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.person.ID == "" {
		return Role{}, ErrNobody
	}
	return o.person.role(), nil
}

// NeedsTwo reports whether an employer asks for two persons.
func (o *Office) NeedsTwo(ctx context.Context, mst string) (two bool, err error) {
	if err = o.store.Setting(ctx, twoSetting+mst, &two); errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return two, err
}

// SetNeedsTwo lets an employer ask for two persons, or no more. ErrTwoNeeded unless
// somebody prepares and somebody else approves. To ask no more is the word of somebody
// who approves.
func (o *Office) SetNeedsTwo(ctx context.Context, mst string, two bool) error {
	if _, err := o.store.DonVi(ctx, mst); err != nil {
		return err
	}
	if two {
		all, err := o.keptRoles(ctx)
		if err != nil {
			return err
		}
		pair := slices.ContainsFunc(all, func(a keptRole) bool {
			return a.Maker && slices.ContainsFunc(all, func(b keptRole) bool { return b.Signer && b.ID != a.ID })
		})
		if !pair {
			return ErrTwoNeeded
		}
	} else if was, err := o.NeedsTwo(ctx, mst); err != nil {
		return err
	} else if was {
		if _, err := o.signer(); err != nil {
			return err
		}
	}
	if err := o.store.PutSetting(ctx, twoSetting+mst, two); err != nil {
		return err
	}
	return o.store.Record(ctx, "donVi.haiNguoi", fmt.Sprintf("%s %v", employerRef(mst), two))
}

// employerRef is an employer in the journal, which holds no whole tax code.
func employerRef(mst string) string { return "DV" + mst[max(0, len(mst)-3):] }

// signer is who works just now, who approves.
func (o *Office) signer() (Role, error) {
	r, err := o.Person()
	if err == nil && !r.Signer {
		err = ErrNotSigner
	}
	return r, err
}

// Say is the person's roles in words.
func (r Role) Say() string {
	say := "người lập"
	switch {
	case r.Maker && r.Signer:
		say = "người lập, người ký"
	case r.Signer:
		say = "người ký"
	}
	if r.Protected {
		say += ", có mật khẩu"
	}
	return say
}
