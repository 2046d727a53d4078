package office

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ankhai/app/gateway/sandbox"
	_ "ankhai/forms/all"
	"ankhai/forms/form"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// The tests sit at the sample company's desk: a real store, a real key, a real
// gateway over HTTPS on this machine.

var testDay = time.Date(2026, 11, 22, 9, 30, 0, 0, time.FixedZone("+07", 7*60*60))

func testNow() time.Time { return testDay }

// testKeys keeps the machine's key beside the data folder: tests touch nobody's
// home and no keyring.
func testKeys(dir string) Sources {
	return Sources{ConfigDir: func() (string, error) { return dir + "-cau-hinh", nil }}
}

func openDesk(t *testing.T, dir string) *Office {
	t.Helper()
	o, err := Open(t.Context(), Config{Dir: dir, Now: testNow, Quarantine: 150 * time.Millisecond, Keys: testKeys(dir)})
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() { o.Close() })
	return o
}

// sampleDesk has taken in both payrolls of the sample company.
func sampleDesk(t *testing.T) *Office {
	t.Helper()
	o := openDesk(t, t.TempDir())
	dv, err := o.SampleCompany(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dv.NoiLamViec = "Phường Tân Bình, Thành phố Hồ Chí Minh"
	if found, err := o.PutCompany(t.Context(), dv); err != nil || blocking(found) {
		t.Fatalf("company: %v %v", found, err)
	}
	for _, name := range []string{"2026-10", "2026-11"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "assets", "sample", "luong-"+name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		m := demoBefore
		if name == "2026-11" {
			m = SampleMonth
		}
		if _, err := o.Import(t.Context(), ImportInput{Name: name + ".xlsx", Data: data, Month: m}); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

// raises are the proposals that change pay only: they need nothing more.
func raises(t *testing.T, o *Office) []payroll.DeXuat {
	t.Helper()
	res, err := o.Compare(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	var out []payroll.DeXuat
	for _, p := range res.Proposals {
		if p.PhuongAn == "DC" {
			out = append(out, p)
		}
	}
	return out
}

// signedDossier drafts the raises and signs them.
func signedDossier(t *testing.T, o *Office) string {
	t.Helper()
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	signDossier(t, o, made[0].ID)
	return made[0].ID
}

func signDossier(t *testing.T, o *Office, id string) Signed {
	t.Helper()
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	key, err := o.PracticeKey(dv)
	if err != nil {
		t.Fatal(err)
	}
	defer key.Close()
	signed, err := o.Sign(t.Context(), id, key)
	if err != nil {
		faults, _ := o.Check(t.Context(), id)
		for _, f := range faults {
			if f.Level == form.Loi {
				t.Logf("%s %v %s", f.Code, f.Places, f.Say)
			}
		}
		t.Fatalf("sign: %v", err)
	}
	return signed
}

// aGateway runs a gateway of its own folder with faults.
func aGateway(t *testing.T, dir, faults string) (*sandbox.Sandbox, string) {
	t.Helper()
	box, err := sandbox.New(sandbox.Options{Dir: dir, Now: testNow, Checks: GatewayChecks(testNow), Faults: faults})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { box.Close() })
	url, _, err := box.Start("")
	if err != nil {
		t.Fatal(err)
	}
	return box, url
}

func stateOfDossier(t *testing.T, o *Office, id string) storage.State {
	t.Helper()
	v, err := o.Dossier(context.WithoutCancel(t.Context()), id)
	if err != nil {
		t.Fatal(err)
	}
	return v.State
}
