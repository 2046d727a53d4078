package sandbox

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strings"
)

//go:embed thutuc.json
var thuTucJSON []byte

// rules is thutuc.json: which declarations a procedure must and may carry.
type rules struct {
	GioiHan struct {
		SoTep    int   `json:"soTep"`
		TongByte int64 `json:"tongByte"`
	} `json:"gioiHan"`
	DuoiTep  []string `json:"duoiTep"`
	ChiCoPDF struct {
		Mau []string `json:"mau"`
	} `json:"chiCoPDF"`
	PhuongAn struct {
		Tang    []string `json:"tang"`   // bring somebody in
		TroLai  []string `json:"troLai"` // back from a leave
		Giam    []string `json:"giam"`   // take somebody out
		ChiTNLD []string `json:"chiTNLD"`
	} `json:"phuongAn"`
	KyTuongLai []string `json:"kyTuongLai"`
	QuyTac     []struct {
		Ma      []string `json:"ma"`
		PhaiCo  []string `json:"phaiCo"`
		CoTheCo []string `json:"coTheCo"`
	} `json:"quyTac"`
	ChuaCoQuyTac []string `json:"chuaCoQuyTac"`
}

var quyTac = func() (r rules) {
	if err := json.Unmarshal(thuTucJSON, &r); err != nil {
		panic("sandbox: thutuc.json: " + err.Error())
	}
	return r
}()

// asPDF is the form that a PDF is in place of a declaration whose XML nobody has
// published, "" if it is none.
func asPDF(tenFile string) string {
	ma, ok := strings.CutSuffix(tenFile, ".pdf")
	if ok && slices.Contains(quyTac.ChiCoPDF.Mau, ma) {
		return ma
	}
	return ""
}

// procedure finds the rule of a procedure code. known is also true for a code
// that exists but whose forms nobody has published.
func procedure(ma string) (phaiCo, coTheCo []string, ruled, known bool) {
	for _, q := range quyTac.QuyTac {
		if slices.Contains(q.Ma, ma) {
			return q.PhaiCo, q.CoTheCo, true, true
		}
	}
	return nil, nil, false, slices.Contains(quyTac.ChuaCoQuyTac, ma)
}
