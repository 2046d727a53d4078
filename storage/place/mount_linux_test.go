package place

import "testing"

func TestMountOf(t *testing.T) {
	const mounts = "/dev/sda1 / ext4 rw 0 0\n" +
		"proc /proc proc rw 0 0\n" +
		"may:/ketoan /mnt/ke\\040toan nfs4 rw 0 0\n" +
		"/dev/sdb1 /mnt ext4 rw 0 0\n" +
		"overlay /home ext4 rw 0 0\n//may/x /home cifs rw 0 0\nrác\n"
	for dir, want := range map[string]string{
		"/": "ext4", "/var/x": "ext4", "/mnt/ke toan/a": "nfs4", "/mnt/ke toan": "nfs4", "/mnt/ke toan 2": "ext4", "/home/an": "cifs", "/homes": "ext4",
	} {
		if got := mountOf(mounts, dir); got != want {
			t.Errorf("%s: got %s, want %s", dir, got, want)
		}
	}
}
