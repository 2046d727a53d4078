package office

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/app/gateway/sandbox"
	"ankhai/forms/c12"
	"ankhai/signing"
	"ankhai/signing/pdfsig"
)

// practiceTask is a month of two people of whom one has no pay in the register.
func practiceTask(loai string) sandbox.Task {
	return sandbox.Task{
		Notice: sandbox.Notice{Loai: loai, TieuDe: loai + " tháng 11/2026", Luc: time.Date(2026, 12, 1, 0, 0, 0, 0, vietnam), MaDonVi: "YN0001A", Thang: "2026-11"},
		Unit:   sandbox.RegisterUnit{MaDonVi: "YN0001A", TenDonVi: "CÔNG TY TNHH MẪU"},
		People: []sandbox.StatementPerson{
			{MaSoBHXH: "7912345682", HoTen: "NGUYỄN VĂN AN", NgaySinh: "15/08/1990", O: map[string]string{"TienLuong": "10000000", "PhuCapLuong": "1000000", "MavungLTT": "01"}},
			{MaSoBHXH: "0112345678", HoTen: "TRẦN THỊ BÌNH", NgaySinh: "1991"},
		},
	}
}

// What the practice gateway hands out is a signed PDF that says that it is worth
// nothing, that our verifier takes, and that our reader of statements reads.
func TestGatewayPapersAreSigned(t *testing.T) {
	dir := t.TempDir()
	papers := GatewayPapers(testNow, func() (signing.Key, error) { return AgencyKey(dir, testNow) })
	wire, err := os.ReadFile(filepath.Join("..", "..", "forms", "m01bhsb", "testdata", "wire", "M01B-HSB.phatsinh-INFERRED.xml"))
	if err != nil {
		t.Fatal(err)
	}
	done := sandbox.Task{
		Notice:  sandbox.Notice{Loai: sandbox.LoaiKQ, TieuDe: "Kết quả", Luc: testDay, MaDonVi: "YN0001A"},
		Dossier: &sandbox.Submission{SoHoSo: "00001/2026/00999", TenDonVi: "CÔNG TY TNHH MẪU", MaDonVi: "YN0001A", MaThuTuc: "630a", ThoiGian: testDay},
		Files:   []sandbox.TaskFile{{TenFile: "M01B-HSB.xml", Bytes: wire}, {TenFile: "giay-to.pdf", Bytes: []byte("%PDF")}},
	}
	back := done
	back.Dossier = &sandbox.Submission{SoHoSo: "00002/2026/00999", State: sandbox.State{TraLai: []sandbox.Finding{{Ma: "E-TRA-01", ThongBao: "Sai mức lương"}}}}
	for _, c := range []struct {
		task sandbox.Task
		want string
	}{
		{practiceTask(sandbox.LoaiC12), "c12-ts-2026-11.pdf"},
		{practiceTask(sandbox.LoaiD09), "d09-ts-2026-11.pdf"},
		{done, "thong-bao-ket-qua.pdf c70a-hd.pdf"},
		{back, "thong-bao-tra-lai.pdf"},
	} {
		got, err := papers(c.task)
		if err != nil {
			t.Fatalf("%s: %v", c.want, err)
		}
		var names []string
		for _, p := range got {
			names = append(names, p.TenFile)
			r, err := pdfsig.Verify(p.Bytes, pdfsig.Policy{CertificatePolicy: signing.CertificatePolicy{At: testNow()}})
			if err != nil || !r.Valid() || !strings.Contains(r.Signatures[0].Signer, "THỰC HÀNH") {
				t.Errorf("%s: %+v, %v", p.TenFile, r, err)
			}
		}
		if strings.Join(names, " ") != c.want {
			t.Errorf("got %v, want %s", names, c.want)
		}
	}
}

// The month is reckoned of those whose pay the register knows; the others are named.
func TestGatewayMonthIsReckoned(t *testing.T) {
	doc, err := practiceC12(practiceTask(sandbox.LoaiC12))
	if err != nil {
		t.Fatal(err)
	}
	// 32 % of 11 000 000 and 0,5 % TNLĐ-BNN: 25,5 % BHXH with TNLĐ, 4,5 % BHYT, 2 % BHTN.
	if n, ok := c12.TuMau(doc).So("B.3", c12.CotCong); !ok || n != 3_520_000 {
		t.Errorf("B.3: got %d, %v", n, ok)
	}
	list, err := practiceD09(practiceTask(sandbox.LoaiD09))
	if err != nil || len(list.Rows) != 2 {
		t.Fatalf("got %v, %v", list, err)
	}
	if faults := list.Check(20261201, 202611); len(faults) > 0 {
		t.Errorf("%+v", faults)
	}
}
