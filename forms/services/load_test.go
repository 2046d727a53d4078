package services_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"ankhai/forms/services"
)

// The smallest tables that load: one form, one procedure, one service with one
// case and one paper.
var small = map[string]string{
	"mau":           "ma\tgoi\tten\tvai_tro\tcan_cu\tconfidence\tghi_chu\nM1\t\tMẫu một\t\tx\thigh\t\n",
	"thu-tuc":       "ma\tten\tbat_buoc\tduoc_kem\tdinh_kem\ttuong_lai\tgoc\tconfidence\tghi_chu\tphuong_an\n600\tTên\tM1\t\t1\t\t\thigh\t\tTM\n",
	"thu-tuc-rieng": "ma\tten\tbat_buoc\tduoc_kem\tdinh_kem\ttuong_lai\tgoc\tconfidence\tghi_chu\tphuong_an\nRIENG\tTên\tM1\t\t1\t\t\thigh\t\t\n",
	"dich-vu":       "id\tnhom\tten\tten_nay\tnguoi_nop\tvai_nop\tmau\tthu_tuc\tkenh\tkenh_loai\tcap_truoc\tcap_sau\than\tgiai_quyet\tket_qua\tcan_cu\ttthc\tthay_doi\tconfidence\tdo_chac\tgiong\ttu_khoa\nX1\tX\tTên\t\tĐơn vị\tdon-vi\tM1\t600\tI-VAN\ti-van\tx\tx\tx\tx\tx\tx\t\tx\thigh\tmau=high\t\t\n",
	"truong-hop":    "id\tdich_vu\tten\tvai_nop\tthu_tuc\tphuong_an\tmau\tmau_kem\tgiay_to\tdoi_hoi\tconfidence\tghi_chu\nX1.01\tX1\tMột\tdon-vi\t600\tTM\tM1\t\t\t\thigh\t\n",
	"giay-to":       "id\tdich_vu\tgiay_to\tbat_buoc\ttruong_hop\tcac_truong_hop\tnhom\tcach\tthe_nao\tmau\tconfidence\tcan_cu\nX1-g1\tX1\tGiấy\tco\t\tX1.01\t\ttep\t\t\thigh\tx\n",
	"dinh-kem":      "khoa\tgia_tri\tdon_vi\tcan_cu\tconfidence\nso-tep\t6\ttệp\tx\tmedium\ntong-byte\t5\tbyte\tx\tmedium\nloai-tep\tpdf\t\tx\tmedium\n",
}

func TestLoaderNamesFileAndLine(t *testing.T) {
	tables := func(file, from, to string) fstest.MapFS {
		fs := fstest.MapFS{}
		for name, text := range small {
			if name == file {
				text = strings.Replace(text, from, to, 1)
			}
			fs["data/"+name+".tsv"] = &fstest.MapFile{Data: []byte(text)}
		}
		return fs
	}
	if err := services.Load(tables("", "", "")); err != nil {
		t.Fatalf("the smallest tables: %v", err)
	}
	for name, c := range map[string]struct{ file, from, to, want string }{
		"own twice":     {"thu-tuc-rieng", "RIENG", "600", "thu-tuc-rieng.tsv:2: key"},
		"cells":         {"thu-tuc", "600\tTên\t", "600\t", "thu-tuc.tsv:2: 9 cells"},
		"twice":         {"thu-tuc", "\n600", "\n600\tTên\tM1\t\t1\t\t\thigh\t\tTM\n600", "thu-tuc.tsv:3: key"},
		"confidence":    {"thu-tuc", "high", "sure", "thu-tuc.tsv:2: confidence"},
		"phương án":     {"thu-tuc", "\tTM\n", "\tXX\n", "thu-tuc.tsv:2: no phương án"},
		"no title":      {"thu-tuc", "600\tTên", "600\t", "thu-tuc.tsv:2: ten"},
		"form":          {"thu-tuc", "Tên\tM1", "Tên\tM2", "thu-tuc.tsv:2: no form"},
		"role of form":  {"mau", "một\t\t", "một\tkhac\t", "mau.tsv:2: no role"},
		"road":          {"dich-vu", "i-van", "ngua", "dich-vu.tsv:2: no road"},
		"filer":         {"dich-vu", "don-vi", "vua", "dich-vu.tsv:2: no role"},
		"no filer":      {"dich-vu", "don-vi", "", "dich-vu.tsv:2: vai_nop"},
		"fact":          {"dich-vu", "mau=high", "mua=high", "dich-vu.tsv:2: no fact"},
		"procedure":     {"dich-vu", "M1\t600", "M1\t601", "dich-vu.tsv:2: no procedure"},
		"other service": {"truong-hop", "X1.01", "X2.01", `truong-hop.tsv:2: case "X2.01"`},
		"condition":     {"truong-hop", "\t\thigh", "\tQuocTich khac\thigh", "truong-hop.tsv:2: doi_hoi"},
		"case":          {"giay-to", "X1.01", "X1.09", "giay-to.tsv:2: no case"},
		"way":           {"giay-to", "tep", "bay", "giay-to.tsv:2: way"},
		"form of paper": {"giay-to", "tep\t", "mau\t", "giay-to.tsv:2: way"},
		"must":          {"giay-to", "\tco\t", "\tphai\t", "giay-to.tsv:2: bat_buoc"},
		"no case":       {"truong-hop", "\nX1.01\tX1\tMột\tdon-vi\t600\tTM\tM1\t\t\t\thigh\t", "", "giay-to.tsv:2: no case"},
		"limit":         {"dinh-kem", "so-tep", "so-tep-la", "dinh-kem.tsv:2: no limit"},
		"no limit":      {"dinh-kem", "so-tep\t6\ttệp\tx\tmedium\n", "", "a limit of attachments is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			err := services.Load(tables(c.file, c.from, c.to))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}
